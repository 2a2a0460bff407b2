<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>About</name>
    <message>
      <source>About nodegraph</source>
      <translation>关于 nodegraph</translation>
    </message>
    <message>
      <source>Close or copy</source>
      <translation>关闭或复制</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Draw a network, train it while you watch, take away PyTorch.</source>
      <translation>画一个网络，看着它训练，带走 PyTorch 代码。</translation>
    </message>
    <message>
      <source>System</source>
      <translation>系统</translation>
    </message>
    <message>
      <source>from its source</source>
      <translation>来自源码</translation>
    </message>
    <message>
      <source>not installed</source>
      <translation>未安装</translation>
    </message>
  </context>
  <context>
    <name>AccuracyPlot</name>
    <message>
      <source>Accuracy is for classes; this run has none</source>
      <translation>准确率用于分类；此次运行没有类别</translation>
    </message>
    <message>
      <source>Comes at the end of each epoch</source>
      <translation>每轮结束时显示</translation>
    </message>
    <message>
      <source>test {0} %</source>
      <translation>测试 {0} %</translation>
    </message>
    <message>
      <source>train {0} %</source>
      <translation>训练 {0} %</translation>
    </message>
  </context>
  <context>
    <name>AddPopup</name>
    <message>
      <source>Add a layer</source>
      <translation>添加层</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Layers found</source>
      <translation>找到的层</translation>
    </message>
    <message>
      <source>Search layers</source>
      <translation>搜索层</translation>
    </message>
    <message>
      <source>Search layers, or type: conv 64 3 s2</source>
      <translation>搜索层，或输入：conv 64 3 s2</translation>
    </message>
  </context>
  <context>
    <name>Adding</name>
    <message>
      <source>Ctrl+Enter goes on</source>
      <translation>Ctrl+Enter 继续添加</translation>
    </message>
    <message>
      <source>Enter places it</source>
      <translation>Enter 放置</translation>
    </message>
    <message>
      <source>Enter puts it in place of {0}</source>
      <translation>Enter 用它替换 {0}</translation>
    </message>
    <message>
      <source>Esc leaves</source>
      <translation>Esc 离开</translation>
    </message>
    <message>
      <source>Not replaced: select one node</source>
      <translation>未替换：请选择一个节点</translation>
    </message>
    <message>
      <source>Shift+Enter wires it behind {0}</source>
      <translation>Shift+Enter 接在 {0} 之后</translation>
    </message>
  </context>
  <context>
    <name>Advice</name>
    <message>
      <source>Connect anyway</source>
      <translation>仍然连接</translation>
    </message>
  </context>
  <context>
    <name>Application</name>
    <message>
      <source>Something went wrong</source>
      <translation>出了问题</translation>
    </message>
    <message>
      <source>Something went wrong in the editor.</source>
      <translation>编辑器出了问题。</translation>
    </message>
    <message>
      <source>{0}. The drawing is unharmed: save it and go on.</source>
      <translation>{0}。图没有受损：请保存后继续。</translation>
    </message>
  </context>
  <context>
    <name>Arranging</name>
    <message>
      <source>Aligned {0} at the bottom</source>
      <translation>把 {0} 按底边对齐</translation>
    </message>
    <message>
      <source>Aligned {0} at the left</source>
      <translation>把 {0} 按左边对齐</translation>
    </message>
    <message>
      <source>Aligned {0} at the right</source>
      <translation>把 {0} 按右边对齐</translation>
    </message>
    <message>
      <source>Aligned {0} at the top</source>
      <translation>把 {0} 按顶边对齐</translation>
    </message>
    <message>
      <source>Collapsed {0}</source>
      <translation>折叠了 {0}</translation>
    </message>
    <message>
      <source>Expanded {0}</source>
      <translation>展开了 {0}</translation>
    </message>
    <message>
      <source>Hid unused ports of {0}</source>
      <translation>隐藏了 {0} 的未用端口</translation>
    </message>
    <message>
      <source>No wire was straightened: they are level, or a node is in the way</source>
      <translation>没有拉直连线：它们已水平，或有节点挡住</translation>
    </message>
    <message>
      <source>Pulled {0} out</source>
      <translation>抽出了 {0}</translation>
    </message>
    <message>
      <source>Showed all ports of {0}</source>
      <translation>显示了 {0} 的全部端口</translation>
    </message>
    <message>
      <source>Spread {0} evenly across</source>
      <translation>把 {0} 水平等距分布</translation>
    </message>
    <message>
      <source>Spread {0} evenly down</source>
      <translation>把 {0} 垂直等距分布</translation>
    </message>
    <message>
      <source>Straightened the wires of {0}</source>
      <translation>拉直了 {0} 的连线</translation>
    </message>
    <message>
      <source>Their gaps are equal already</source>
      <translation>间距已经相等</translation>
    </message>
    <message>
      <source>They are in line already</source>
      <translation>它们已经对齐</translation>
    </message>
    <message>
      <source>They are in no chain</source>
      <translation>它们不在链中</translation>
    </message>
  </context>
  <context>
    <name>Beyond</name>
    <message>
      <source>Show</source>
      <translation>显示</translation>
    </message>
    <message>
      <source>Show the change</source>
      <translation>显示更改处</translation>
    </message>
    <message>
      <source>The change is outside the view</source>
      <translation>更改处在视图之外</translation>
    </message>
    <message>
      <source>{0}  Added outside the view</source>
      <translation>{0}  在视图之外添加了节点</translation>
    </message>
    <message>
      <source>{0}  Changed outside the view</source>
      <translation>{0}  视图之外有更改</translation>
    </message>
  </context>
  <context>
    <name>Bookmarks</name>
    <message>
      <source>Kept this view as {0}</source>
      <translation>已把此视图保存为 {0}</translation>
    </message>
    <message>
      <source>No view is kept as {0}</source>
      <translation>没有保存为 {0} 的视图</translation>
    </message>
  </context>
  <context>
    <name>Canvas</name>
    <message>
      <source>Canvas</source>
      <translation>画布</translation>
    </message>
    <message>
      <source>Drag over the wires to cut; Shift adds dots instead, Esc leaves</source>
      <translation>划过要切断的连线；Shift 改为添加拐点，Esc 离开</translation>
    </message>
    <message>
      <source>Drop a layer here</source>
      <translation>把层拖到这里</translation>
    </message>
    <message>
      <source>Drop a layer here, or press {0}</source>
      <translation>把层拖到这里，或按 {0}</translation>
    </message>
  </context>
  <context>
    <name>Card</name>
    <message>
      <source>Example {0}</source>
      <translation>示例 {0}</translation>
    </message>
    <message>
      <source>{0} nodes · {1}</source>
      <translation>{0} 个节点 · {1}</translation>
    </message>
  </context>
  <context>
    <name>Choice</name>
    <message>
      <source>All its epochs are done. Ask for more than {0} in the run panel first.</source>
      <translation>它的轮次都已完成。请先在训练面板中把轮数设为多于 {0}。</translation>
    </message>
    <message>
      <source>It goes on after its last whole epoch, as if it had never stopped.</source>
      <translation>从最后一个完整的轮次之后继续，如同从未停过。</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Resume a run</source>
      <translation>继续一次训练</translation>
    </message>
    <message>
      <source>Resume or cancel</source>
      <translation>继续或取消</translation>
    </message>
    <message>
      <source>Runs of this network, the last one first</source>
      <translation>此网络的训练,最近的在前</translation>
    </message>
    <message>
      <source>Why it can't go on</source>
      <translation>不能继续的原因</translation>
    </message>
    <message>
      <source>epoch {0} done</source>
      <translation>已完成第 {0} 轮</translation>
    </message>
    <message>
      <source>no whole epoch yet</source>
      <translation>还没有完整的轮次</translation>
    </message>
    <message>
      <source>test loss {0:.3g}</source>
      <translation>测试损失 {0:.3g}</translation>
    </message>
    <message>
      <source>test {0:.1f} %</source>
      <translation>测试 {0:.1f} %</translation>
    </message>
  </context>
  <context>
    <name>Clipboard</name>
    <message>
      <source>, and {0} more</source>
      <translation>，还有 {0} 条</translation>
    </message>
    <message>
      <source>Copied {0}</source>
      <translation>复制了 {0}</translation>
    </message>
    <message>
      <source>Cut {0}</source>
      <translation>剪切了 {0}</translation>
    </message>
    <message>
      <source>Duplicated {0}</source>
      <translation>创建了 {0} 的副本</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选择任何内容</translation>
    </message>
    <message>
      <source>Pasted {0}</source>
      <translation>粘贴了 {0}</translation>
    </message>
    <message>
      <source>The clipboard holds no nodes</source>
      <translation>剪贴板中没有节点</translation>
    </message>
  </context>
  <context>
    <name>Code</name>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Copied the code</source>
      <translation>已复制代码</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <source>Copy the code</source>
      <translation>复制代码</translation>
    </message>
    <message>
      <source>No code yet. {0}.</source>
      <translation>还没有代码。{0}。</translation>
    </message>
    <message>
      <source>The module's code</source>
      <translation>模块的代码</translation>
    </message>
    <message>
      <source>Why there is no code</source>
      <translation>没有代码的原因</translation>
    </message>
  </context>
  <context>
    <name>CommandPalette</name>
    <message>
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Commands found</source>
      <translation>找到的命令</translation>
    </message>
    <message>
      <source>Search commands</source>
      <translation>搜索命令</translation>
    </message>
  </context>
  <context>
    <name>Commands</name>
    <message>
      <source>&amp;About nodegraph</source>
      <translation>关于 nodegraph(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Add and connect…</source>
      <translation>添加并连接(&amp;A)…</translation>
    </message>
    <message>
      <source>&amp;All</source>
      <translation>全部(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;All wires</source>
      <translation>全部连线(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Arrange</source>
      <translation>排列(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Bypass</source>
      <translation>旁路(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Close</source>
      <translation>关闭(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Close window</source>
      <translation>关闭窗口(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Collapse</source>
      <translation>折叠(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Copy</source>
      <translation>复制(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Curved</source>
      <translation>曲线(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Cut with a stroke</source>
      <translation>划线切断(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>删除(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Disconnect</source>
      <translation>断开(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Down</source>
      <translation>向下(&amp;D)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Edit title or text</source>
      <translation>编辑标题或文字(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Enable</source>
      <translation>启用(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;English</source>
      <translation>&amp;English</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <translation>查找(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Fit</source>
      <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Frame</source>
      <translation>框(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Full</source>
      <translation>完整(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;High contrast</source>
      <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;History</source>
      <translation>历史(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Insert a layer…</source>
      <translation>插入层(&amp;I)…</translation>
    </message>
    <message>
      <source>&amp;Invert</source>
      <translation>反选(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Join</source>
      <translation>连接所选(&amp;J)</translation>
    </message>
    <message>
      <source>&amp;Keys at a glance</source>
      <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Keys…</source>
      <translation>快捷键(&amp;K)…</translation>
    </message>
    <message>
      <source>&amp;Left</source>
      <translation>向左(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>浅色(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Memory</source>
      <translation>内存(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Minimap</source>
      <translation>缩略图(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Move</source>
      <translation>移动(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Move to a new window</source>
      <translation>移到新窗口(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;New</source>
      <translation>新建(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;New window</source>
      <translation>新建窗口(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next</source>
      <translation>下一个(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Next wires</source>
      <translation>切换连线显示(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;No colour</source>
      <translation>无颜色(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Node</source>
      <translation>节点(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;None</source>
      <translation>全不选(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Note</source>
      <translation>便签(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Off</source>
      <translation>关闭(&amp;O)</translation>
    </message>
    <message>
      <source>&amp;Open…</source>
      <translation>打开(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Path between</source>
      <translation>之间的路径(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>暂停(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Picture…</source>
      <translation>图片(&amp;P)…</translation>
    </message>
    <message>
      <source>&amp;Previous drawing</source>
      <translation>上一张网络图(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Pull out of the chain</source>
      <translation>从链中抽出(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Reduced</source>
      <translation>减弱(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Remove its dots</source>
      <translation>移除其拐点(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Replace by…</source>
      <translation>替换为(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Resume a run…</source>
      <translation>继续一次训练(&amp;R)…</translation>
    </message>
    <message>
      <source>&amp;Right</source>
      <translation>向右(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Run</source>
      <translation>运行(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>保存(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Select</source>
      <translation>选择(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation>停止(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Tidy</source>
      <translation>整理(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Train</source>
      <translation>训练(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Training views</source>
      <translation>训练视图(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Up</source>
      <translation>向上(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Weights</source>
      <translation>参数量(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;Weights of the run…</source>
      <translation>本次运行的权重(&amp;W)…</translation>
    </message>
    <message>
      <source>&amp;Window</source>
      <translation>窗口(&amp;W)</translation>
    </message>
    <message>
      <source>&amp;中文</source>
      <translation>&amp;中文</translation>
    </message>
    <message>
      <source>Activation</source>
      <translation>激活</translation>
    </message>
    <message>
      <source>Add &amp;dot</source>
      <translation>添加拐点(&amp;D)</translation>
    </message>
    <message>
      <source>Add &amp;layer…</source>
      <translation>添加层(&amp;L)…</translation>
    </message>
    <message>
      <source>Align &amp;bottom edges</source>
      <translation>底边对齐(&amp;B)</translation>
    </message>
    <message>
      <source>Align &amp;left edges</source>
      <translation>左边对齐(&amp;L)</translation>
    </message>
    <message>
      <source>Align &amp;right edges</source>
      <translation>右边对齐(&amp;R)</translation>
    </message>
    <message>
      <source>Align edges</source>
      <translation>对齐边缘</translation>
    </message>
    <message>
      <source>Align t&amp;op edges</source>
      <translation>顶边对齐(&amp;O)</translation>
    </message>
    <message>
      <source>All &amp;found</source>
      <translation>所有找到的(&amp;F)</translation>
    </message>
    <message>
      <source>All do&amp;wnstream</source>
      <translation>全部下游(&amp;W)</translation>
    </message>
    <message>
      <source>All upst&amp;ream</source>
      <translation>全部上游(&amp;R)</translation>
    </message>
    <message>
      <source>Arrange</source>
      <translation>排列(&amp;A)</translation>
    </message>
    <message>
      <source>As the &amp;system</source>
      <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>注意力</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>Command &amp;palette…</source>
      <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
      <source>Context &amp;menu</source>
      <translation>上下文菜单(&amp;M)</translation>
    </message>
    <message>
      <source>Convolution</source>
      <translation>卷积</translation>
    </message>
    <message>
      <source>Cost lens</source>
      <translation>按开销着色</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>剪切(&amp;T)</translation>
    </message>
    <message>
      <source>Delete and r&amp;econnect</source>
      <translation>删除并重连(&amp;E)</translation>
    </message>
    <message>
      <source>Delete with all in&amp;side</source>
      <translation>连同内容删除(&amp;S)</translation>
    </message>
    <message>
      <source>Di&amp;sable</source>
      <translation>禁用(&amp;S)</translation>
    </message>
    <message>
      <source>Disa&amp;ble</source>
      <translation>禁用(&amp;B)</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>向下</translation>
    </message>
    <message>
      <source>Dupl&amp;icate</source>
      <translation>创建副本(&amp;I)</translation>
    </message>
    <message>
      <source>Duplicate wit&amp;h wires</source>
      <translation>创建带连线的副本(&amp;H)</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Extend</source>
      <translation>扩展选择</translation>
    </message>
    <message>
      <source>Extend the selection</source>
      <translation>扩展选择</translation>
    </message>
    <message>
      <source>Far down</source>
      <translation>大步向下</translation>
    </message>
    <message>
      <source>Far left</source>
      <translation>大步向左</translation>
    </message>
    <message>
      <source>Far right</source>
      <translation>大步向右</translation>
    </message>
    <message>
      <source>Far up</source>
      <translation>大步向上</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>Find ne&amp;xt</source>
      <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
      <source>Find previous</source>
      <translation>查找上一个</translation>
    </message>
    <message>
      <source>Fit the &amp;selection</source>
      <translation>适应所选(&amp;S)</translation>
    </message>
    <message>
      <source>Fold or &amp;open</source>
      <translation>折叠或展开(&amp;O)</translation>
    </message>
    <message>
      <source>Frame or note</source>
      <translation>框或便签</translation>
    </message>
    <message>
      <source>Go</source>
      <translation>移动</translation>
    </message>
    <message>
      <source>Go &amp;back before the last save</source>
      <translation>回到上次保存之前(&amp;B)</translation>
    </message>
    <message>
      <source>Go along wires, and to neighbours</source>
      <translation>沿连线移动，或到相邻节点</translation>
    </message>
    <message>
      <source>Go to</source>
      <translation>转到</translation>
    </message>
    <message>
      <source>Go to &amp;source</source>
      <translation>转到源头(&amp;S)</translation>
    </message>
    <message>
      <source>Go to &amp;target</source>
      <translation>转到目标(&amp;T)</translation>
    </message>
    <message>
      <source>Go to a view that was kept</source>
      <translation>转到保存的视图</translation>
    </message>
    <message>
      <source>Grow &amp;downstream</source>
      <translation>向下游扩展(&amp;D)</translation>
    </message>
    <message>
      <source>Grow &amp;upstream</source>
      <translation>向上游扩展(&amp;U)</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>Help for the &amp;node</source>
      <translation>节点帮助(&amp;N)</translation>
    </message>
    <message>
      <source>Hide &amp;unused ports</source>
      <translation>隐藏未用端口(&amp;U)</translation>
    </message>
    <message>
      <source>Input and output</source>
      <translation>输入与输出</translation>
    </message>
    <message>
      <source>Join in place of &amp;others</source>
      <translation>连接并取代其他连线(&amp;O)</translation>
    </message>
    <message>
      <source>Keep as</source>
      <translation>保存为</translation>
    </message>
    <message>
      <source>Keep this view</source>
      <translation>保存此视图</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>向左</translation>
    </message>
    <message>
      <source>Lin&amp;k by letters</source>
      <translation>用字母连线(&amp;K)</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <source>M&amp;illiseconds</source>
      <translation>毫秒(&amp;I)</translation>
    </message>
    <message>
      <source>Make &amp;portal</source>
      <translation>改为传送门(&amp;P)</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>动效</translation>
    </message>
    <message>
      <source>Multiply-&amp;adds</source>
      <translation>乘加次数(&amp;A)</translation>
    </message>
    <message>
      <source>N&amp;o wires</source>
      <translation>不显示连线(&amp;O)</translation>
    </message>
    <message>
      <source>Ne&amp;xt drawing</source>
      <translation>下一张网络图(&amp;X)</translation>
    </message>
    <message>
      <source>Next &amp;problem</source>
      <translation>下一个问题(&amp;P)</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>下一个面板</translation>
    </message>
    <message>
      <source>Next sha&amp;pes</source>
      <translation>切换形状显示(&amp;P)</translation>
    </message>
    <message>
      <source>No s&amp;hapes</source>
      <translation>不显示形状(&amp;H)</translation>
    </message>
    <message>
      <source>Node</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Normalization</source>
      <translation>归一化</translation>
    </message>
    <message>
      <source>Nudge</source>
      <translation>微移</translation>
    </message>
    <message>
      <source>Nudge it 64 px</source>
      <translation>移动 64 像素</translation>
    </message>
    <message>
      <source>Nudge the selection</source>
      <translation>微移所选</translation>
    </message>
    <message>
      <source>Only of the &amp;selection</source>
      <translation>仅所选的连线(&amp;S)</translation>
    </message>
    <message>
      <source>Out&amp;line</source>
      <translation>大纲(&amp;L)</translation>
    </message>
    <message>
      <source>P&amp;in</source>
      <translation>固定(&amp;I)</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>Paste with &amp;wires</source>
      <translation>带连线粘贴(&amp;W)</translation>
    </message>
    <message>
      <source>Picture of the s&amp;election…</source>
      <translation>所选内容的图片(&amp;E)…</translation>
    </message>
    <message>
      <source>Pooling</source>
      <translation>池化</translation>
    </message>
    <message>
      <source>Previous pane</source>
      <translation>上一个面板</translation>
    </message>
    <message>
      <source>Previous problem</source>
      <translation>上一个问题</translation>
    </message>
    <message>
      <source>Python &amp;module…</source>
      <translation>Python 模块(&amp;M)…</translation>
    </message>
    <message>
      <source>Re&amp;name</source>
      <translation>重命名(&amp;N)</translation>
    </message>
    <message>
      <source>Recurrent</source>
      <translation>循环</translation>
    </message>
    <message>
      <source>Regularization</source>
      <translation>正则化</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>向右</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>运行(&amp;R)</translation>
    </message>
    <message>
      <source>S&amp;how wire</source>
      <translation>显示连线(&amp;H)</translation>
    </message>
    <message>
      <source>S&amp;quare</source>
      <translation>直角(&amp;Q)</translation>
    </message>
    <message>
      <source>Same &amp;settings</source>
      <translation>相同设置(&amp;S)</translation>
    </message>
    <message>
      <source>Same &amp;type</source>
      <translation>相同类型(&amp;T)</translation>
    </message>
    <message>
      <source>Save &amp;as…</source>
      <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
      <source>Search the &amp;palette</source>
      <translation>搜索层面板(&amp;P)</translation>
    </message>
    <message>
      <source>Select</source>
      <translation>选择(&amp;S)</translation>
    </message>
    <message>
      <source>Select the frame &amp;around</source>
      <translation>选择外围的框(&amp;A)</translation>
    </message>
    <message>
      <source>Select what lies &amp;in it</source>
      <translation>选择其中内容(&amp;I)</translation>
    </message>
    <message>
      <source>Settin&amp;gs of the node</source>
      <translation>节点设置(&amp;G)</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>形状</translation>
    </message>
    <message>
      <source>Shapes &amp;under the pointer</source>
      <translation>指针处的形状(&amp;U)</translation>
    </message>
    <message>
      <source>Shapes al&amp;ways</source>
      <translation>始终显示形状(&amp;W)</translation>
    </message>
    <message>
      <source>Sho&amp;w tensor</source>
      <translation>显示张量(&amp;W)</translation>
    </message>
    <message>
      <source>Spread &amp;across</source>
      <translation>水平等距分布(&amp;A)</translation>
    </message>
    <message>
      <source>Spread &amp;down</source>
      <translation>垂直等距分布(&amp;D)</translation>
    </message>
    <message>
      <source>Start page</source>
      <translation>起始页</translation>
    </message>
    <message>
      <source>Strai&amp;ghten</source>
      <translation>拉直(&amp;G)</translation>
    </message>
    <message>
      <source>Straighten &amp;wires</source>
      <translation>拉直连线(&amp;W)</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Training &amp;script…</source>
      <translation>训练脚本(&amp;S)…</translation>
    </message>
    <message>
      <source>Un&amp;connected</source>
      <translation>未连接(&amp;C)</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>向上</translation>
    </message>
    <message>
      <source>View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>View &amp;after</source>
      <translation>后一视图(&amp;A)</translation>
    </message>
    <message>
      <source>View &amp;before</source>
      <translation>前一视图(&amp;B)</translation>
    </message>
    <message>
      <source>View &amp;{0}</source>
      <translation>视图 &amp;{0}</translation>
    </message>
    <message>
      <source>Window</source>
      <translation>窗口(&amp;W)</translation>
    </message>
    <message>
      <source>Wire</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>Wires</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>With &amp;errors</source>
      <translation>有错误的(&amp;E)</translation>
    </message>
    <message>
      <source>Zoom &amp;in</source>
      <translation>放大(&amp;I)</translation>
    </message>
    <message>
      <source>Zoom &amp;out</source>
      <translation>缩小(&amp;O)</translation>
    </message>
    <message>
      <source>Zoom to &amp;100 %</source>
      <translation>缩放到 &amp;100 %</translation>
    </message>
  </context>
  <context>
    <name>Cross</name>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
  </context>
  <context>
    <name>Curves</name>
    <message>
      <source>Loss, accuracy and weights</source>
      <translation>损失、准确率和权重</translation>
    </message>
    <message>
      <source>The selected layer has no weights in this run</source>
      <translation>所选的层在本次运行中没有权重</translation>
    </message>
    <message>
      <source>This network has no weights</source>
      <translation>此网络没有权重</translation>
    </message>
  </context>
  <context>
    <name>Dots</name>
    <message>
      <source>Added a dot</source>
      <translation>添加了一个拐点</translation>
    </message>
    <message>
      <source>Made a portal from {0} to {1}</source>
      <translation>把从 {0} 到 {1} 的连线改为传送门</translation>
    </message>
    <message>
      <source>Removed a dot</source>
      <translation>移除了一个拐点</translation>
    </message>
    <message>
      <source>Removed {0} dots</source>
      <translation>移除了 {0} 个拐点</translation>
    </message>
    <message>
      <source>Showed the wire from {0} to {1}</source>
      <translation>显示了从 {0} 到 {1} 的连线</translation>
    </message>
    <message>
      <source>Straightened the wire from {0} to {1}</source>
      <translation>拉直了从 {0} 到 {1} 的连线</translation>
    </message>
  </context>
  <context>
    <name>DrawingForm</name>
    <message>
      <source>Drawing</source>
      <translation>网络图</translation>
    </message>
    <message>
      <source>Named the network {0}</source>
      <translation>把网络命名为 {0}</translation>
    </message>
    <message>
      <source>The name becomes the class in the code. Select a node to set it.</source>
      <translation>此名称会成为代码中的类名。选择一个节点即可设置它。</translation>
    </message>
    <message>
      <source>multiply-adds</source>
      <translation>乘加次数</translation>
    </message>
    <message>
      <source>nodes</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>weights</source>
      <translation>参数量</translation>
    </message>
    <message>
      <source>wires</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>{0} so far</source>
      <translation>目前 {0}</translation>
    </message>
  </context>
  <context>
    <name>Editor</name>
    <message>
      <source>Canvas and training views</source>
      <translation>画布和训练视图</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>代码</translation>
    </message>
    <message>
      <source>Code, problems, outline and history</source>
      <translation>代码、问题、大纲和历史</translation>
    </message>
    <message>
      <source>Editor</source>
      <translation>编辑器</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Inspector and code</source>
      <translation>属性和代码</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
    <message>
      <source>Palette, canvas and inspector</source>
      <translation>层面板、画布和属性</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Problems {0}</source>
      <translation>问题 {0}</translation>
    </message>
  </context>
  <context>
    <name>Export</name>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Exported {0}</source>
      <translation>已导出 {0}</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选择任何内容</translation>
    </message>
    <message>
      <source>Pictures (*.png *.svg)</source>
      <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
      <source>{0} can't be written: {1}</source>
      <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
      <source>{0}: a picture ends with .png or .svg.</source>
      <translation>{0}：图片以 .png 或 .svg 结尾。</translation>
    </message>
  </context>
  <context>
    <name>Field</name>
    <message>
      <source>Needs {0}.</source>
      <translation>需要{0}。</translation>
    </message>
  </context>
  <context>
    <name>FieldEditor</name>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Not changed: {0}</source>
      <translation>未更改：{0}</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>有什么错误</translation>
    </message>
  </context>
  <context>
    <name>Files</name>
    <message>
      <source>Changed on disk</source>
      <translation>磁盘上已更改</translation>
    </message>
    <message>
      <source>Drawings (*{0})</source>
      <translation>网络图 (*{0})</translation>
    </message>
    <message>
      <source>No version before the last save is kept</source>
      <translation>没有保留上次保存之前的版本</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>另存为</translation>
    </message>
    <message>
      <source>Save over it? What it holds is kept: Go back before the last save brings it.</source>
      <translation>覆盖保存吗？其中的内容会保留：“回到上次保存之前”可取回。</translation>
    </message>
    <message>
      <source>Save them first?</source>
      <translation>先保存吗？</translation>
    </message>
    <message>
      <source>Saved {0}</source>
      <translation>已保存 {0}</translation>
    </message>
    <message>
      <source>Unsaved changes</source>
      <translation>未保存的更改</translation>
    </message>
    <message>
      <source>Went back before the last save</source>
      <translation>回到了上次保存之前</translation>
    </message>
    <message>
      <source>{0} has changes that are not saved.</source>
      <translation>{0} 有未保存的更改。</translation>
    </message>
    <message>
      <source>{0} was changed on disk by another program.</source>
      <translation>{0} 在磁盘上被另一个程序更改。</translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message>
      <source>A word of the name or the layer, name: or type: and a part of it,
out&gt;256 or another setting, weights&gt;1M, shape:*x512, error: or hint:</source>
      <translation>名称或层的一部分，或 name:、type: 加一部分，
out&gt;256 或其他设置，weights&gt;1M，shape:*x512，error: 或 hint:</translation>
    </message>
    <message>
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Ends finding</source>
      <translation>结束查找</translation>
    </message>
    <message>
      <source>Find</source>
      <translation>查找</translation>
    </message>
    <message>
      <source>Find nodes</source>
      <translation>查找节点</translation>
    </message>
    <message>
      <source>How many nodes are found</source>
      <translation>找到多少个节点</translation>
    </message>
    <message>
      <source>Selects all of them</source>
      <translation>选中全部找到的</translation>
    </message>
    <message>
      <source>The next</source>
      <translation>下一个</translation>
    </message>
    <message>
      <source>The one before</source>
      <translation>上一个</translation>
    </message>
  </context>
  <context>
    <name>Finding</name>
    <message>
      <source>Nothing is found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <source>Selected {0}</source>
      <translation>选择了 {0}</translation>
    </message>
    <message>
      <source>{0} found</source>
      <translation>找到 {0} 个</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{1} 中的第 {0} 个</translation>
    </message>
  </context>
  <context>
    <name>Form</name>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
  </context>
  <context>
    <name>Frames</name>
    <message>
      <source>1 node</source>
      <translation>1 个节点</translation>
    </message>
    <message>
      <source>Coloured {0}</source>
      <translation>给 {0} 上了颜色</translation>
    </message>
    <message>
      <source>Deleted {0} with {1} nodes</source>
      <translation>删除了 {0} 及 {1} 个节点</translation>
    </message>
    <message>
      <source>Drag where the frame is to be, Esc to leave it</source>
      <translation>拖出框的范围，Esc 放弃</translation>
    </message>
    <message>
      <source>Drew frame {0}</source>
      <translation>画了框 {0}</translation>
    </message>
    <message>
      <source>Folded {0}</source>
      <translation>折叠了 {0}</translation>
    </message>
    <message>
      <source>Frame</source>
      <translation>框</translation>
    </message>
    <message>
      <source>Framed {0} as {1}</source>
      <translation>把 {0} 加框为 {1}</translation>
    </message>
    <message>
      <source>Moved {0}</source>
      <translation>移动了 {0}</translation>
    </message>
    <message>
      <source>No frame is selected</source>
      <translation>没有选择框</translation>
    </message>
    <message>
      <source>No frame lies around what is selected</source>
      <translation>所选内容外围没有框</translation>
    </message>
    <message>
      <source>Nothing is selected</source>
      <translation>没有选择任何内容</translation>
    </message>
    <message>
      <source>Opened {0}</source>
      <translation>展开了 {0}</translation>
    </message>
    <message>
      <source>Pinned {0}</source>
      <translation>固定了 {0}</translation>
    </message>
    <message>
      <source>Resized {0}</source>
      <translation>调整了 {0} 的大小</translation>
    </message>
    <message>
      <source>Unpinned {0}</source>
      <translation>取消固定了 {0}</translation>
    </message>
    <message>
      <source>Wrote a note</source>
      <translation>写了一张便签</translation>
    </message>
    <message>
      <source>{0} nodes</source>
      <translation>{0} 个节点</translation>
    </message>
    <message>
      <source>{0}, {1} pinned stayed</source>
      <translation>{0}，{1} 个固定的没有动</translation>
    </message>
  </context>
  <context>
    <name>Gestures</name>
    <message>
      <source>Added a dot</source>
      <translation>添加了一个拐点</translation>
    </message>
    <message>
      <source>Added {0} dots</source>
      <translation>添加了 {0} 个拐点</translation>
    </message>
    <message>
      <source>Cut a wire</source>
      <translation>切断了一条连线</translation>
    </message>
    <message>
      <source>Cut {0} wires</source>
      <translation>切断了 {0} 条连线</translation>
    </message>
    <message>
      <source>Joined two dots</source>
      <translation>合并了两个拐点</translation>
    </message>
    <message>
      <source>Moved {0}</source>
      <translation>移动了 {0}</translation>
    </message>
    <message>
      <source>Moved {0} and {1}</source>
      <translation>移动了 {0} 和 {1}</translation>
    </message>
    <message>
      <source>Not connected: {0}</source>
      <translation>未连接：{0}</translation>
    </message>
    <message>
      <source>a dot</source>
      <translation>一个拐点</translation>
    </message>
    <message>
      <source>{0} dots</source>
      <translation>{0} 个拐点</translation>
    </message>
  </context>
  <context>
    <name>HelpCard</name>
    <message>
      <source>Help for the node</source>
      <translation>节点帮助</translation>
    </message>
  </context>
  <context>
    <name>HistogramPlot</name>
    <message>
      <source>No value is a number any more</source>
      <translation>所有值都不再是有限数</translation>
    </message>
    <message>
      <source>Press Train and select a layer to see its weights here</source>
      <translation>按下训练并选择一层，即可在此看到它的权重</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>权重</translation>
    </message>
    <message>
      <source>Weights of {0}</source>
      <translation>{0} 的权重</translation>
    </message>
    <message>
      <source>Which weights</source>
      <translation>哪些权重</translation>
    </message>
    <message>
      <source>mean {0}</source>
      <translation>均值 {0}</translation>
    </message>
    <message>
      <source>sd {0}</source>
      <translation>标准差 {0}</translation>
    </message>
    <message>
      <source>{0} % not numbers</source>
      <translation>{0} % 非有限数</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
  </context>
  <context>
    <name>Inspector</name>
    <message>
      <source>Inspector</source>
      <translation>属性</translation>
    </message>
  </context>
  <context>
    <name>KeysDialog</name>
    <message>
      <source>A wire let go: menu</source>
      <translation>松开连线：菜单</translation>
    </message>
    <message>
      <source>A wire let go: nothing</source>
      <translation>松开连线：无</translation>
    </message>
    <message>
      <source>A wire let go: search</source>
      <translation>松开连线：搜索</translation>
    </message>
    <message>
      <source>Click here and press the new key</source>
      <translation>点击此处并按下新按键</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Commands, strokes and their keys</source>
      <translation>命令、鼠标操作及其按键</translation>
    </message>
    <message>
      <source>Ctrl+Alt for Alt</source>
      <translation>用 Ctrl+Alt 代替 Alt</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>默认</translation>
    </message>
    <message>
      <source>Give it</source>
      <translation>分配</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Keys as in</source>
      <translation>按键方案</translation>
    </message>
    <message>
      <source>Like Blender</source>
      <translation>类似 Blender</translation>
    </message>
    <message>
      <source>Like Unreal</source>
      <translation>类似 Unreal</translation>
    </message>
    <message>
      <source>Menu</source>
      <translation>菜单</translation>
    </message>
    <message>
      <source>No key</source>
      <translation>无按键</translation>
    </message>
    <message>
      <source>Nobody has {0} yet.</source>
      <translation>还没有命令使用 {0}。</translation>
    </message>
    <message>
      <source>Press the button here, with the keys held</source>
      <translation>按住所需的键，在此处按下鼠标键</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Restore all</source>
      <translation>全部恢复</translation>
    </message>
    <message>
      <source>Search commands</source>
      <translation>搜索命令</translation>
    </message>
    <message>
      <source>The new key</source>
      <translation>新按键</translation>
    </message>
    <message>
      <source>Trackpad</source>
      <translation>触控板</translation>
    </message>
    <message>
      <source>Turn the wheel here, with the keys held</source>
      <translation>按住所需的键，在此处转动滚轮</translation>
    </message>
    <message>
      <source>What a wire let go where nothing is brings</source>
      <translation>在空白处松开连线时出现什么</translation>
    </message>
    <message>
      <source>What the wheel does</source>
      <translation>滚轮的作用</translation>
    </message>
    <message>
      <source>Wheel pans</source>
      <translation>滚轮平移</translation>
    </message>
    <message>
      <source>Wheel zooms</source>
      <translation>滚轮缩放</translation>
    </message>
    <message>
      <source>Wheel: automatic</source>
      <translation>滚轮：自动</translation>
    </message>
    <message>
      <source>Where the desktop takes Alt with the mouse: do the same with Ctrl+Alt</source>
      <translation>如果桌面占用了 Alt 加鼠标：改用 Ctrl+Alt 完成同样的操作</translation>
    </message>
    <message>
      <source>Who has that key</source>
      <translation>谁在用该按键</translation>
    </message>
    <message>
      <source>{0} is the key of {1}, which would go without it.</source>
      <translation>{0} 是 {1} 的按键，{1} 将失去它。</translation>
    </message>
    <message>
      <source>{0} keeps its meaning: hold a key with it.</source>
      <translation>{0} 的含义不变：请同时按住一个键。</translation>
    </message>
  </context>
  <context>
    <name>LayerMenu</name>
    <message>
      <source>&amp;Search…</source>
      <translation>搜索(&amp;S)…</translation>
    </message>
    <message>
      <source>Layers that fit</source>
      <translation>适合的层</translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
    <message>
      <source>Cost lens</source>
      <translation>按开销着色</translation>
    </message>
  </context>
  <context>
    <name>Lens</name>
    <message>
      <source>Batches of {0} and more fit {1}</source>
      <translation>{1}可容纳 {0} 及更大的批大小</translation>
    </message>
    <message>
      <source>Batches up to about {0} fit {1}</source>
      <translation>{1}最多约可容纳批大小 {0}</translation>
    </message>
    <message>
      <source>Measured on {0} with a batch of {1}</source>
      <translation>在 {0} 上以批大小 {1} 测得</translation>
    </message>
    <message>
      <source>Memory</source>
      <translation>内存</translation>
    </message>
    <message>
      <source>Milliseconds</source>
      <translation>毫秒</translation>
    </message>
    <message>
      <source>Multiply-adds</source>
      <translation>乘加次数</translation>
    </message>
    <message>
      <source>Not even one sample fits {1}</source>
      <translation>{1}连一个样本也容不下</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>参数量</translation>
    </message>
    <message>
      <source>the GPU's {0}</source>
      <translation>GPU 的 {0} </translation>
    </message>
    <message>
      <source>this computer's {0}</source>
      <translation>本机的 {0} </translation>
    </message>
    <message>
      <source>{0} a batch of {1}</source>
      <translation>批大小 {1} 时每批 {0}</translation>
    </message>
    <message>
      <source>{0} activations, {1} passing back</source>
      <translation>激活值 {0}，反向传播 {1}</translation>
    </message>
    <message>
      <source>{0} as float32</source>
      <translation>以 float32 计 {0}</translation>
    </message>
    <message>
      <source>{0} forwards</source>
      <translation>前向 {0}</translation>
    </message>
    <message>
      <source>{0} forwards a sample</source>
      <translation>每个样本前向 {0}</translation>
    </message>
    <message>
      <source>{0} forwards a sample so far</source>
      <translation>目前每个样本前向 {0}</translation>
    </message>
    <message>
      <source>{0} so far to train with a batch of {1}</source>
      <translation>批大小 {1} 时训练目前需要 {0}</translation>
    </message>
    <message>
      <source>{0} to answer</source>
      <translation>推理需要 {0}</translation>
    </message>
    <message>
      <source>{0} to train with a batch of {1}</source>
      <translation>批大小 {1} 时训练需要 {0}</translation>
    </message>
    <message>
      <source>{0} weights</source>
      <translation>{0} 个参数</translation>
    </message>
    <message>
      <source>{0} weights so far</source>
      <translation>目前 {0} 个参数</translation>
    </message>
    <message>
      <source>{0} weights, {1} gradients, {2} optimizer</source>
      <translation>参数 {0}，梯度 {1}，优化器 {2}</translation>
    </message>
  </context>
  <context>
    <name>LinkMode</name>
    <message>
      <source>From {0}: type the letters of an input</source>
      <translation>从 {0}：输入目标输入端的字母</translation>
    </message>
    <message>
      <source>Not connected: {0}</source>
      <translation>未连接：{0}</translation>
    </message>
    <message>
      <source>Type the letters of an output; Esc ends</source>
      <translation>输入输出端的字母；Esc 结束</translation>
    </message>
    <message>
      <source>Zoom in until names can be read, then link</source>
      <translation>请放大到能看清名称，再连线</translation>
    </message>
    <message>
      <source>{0} feeds {1} already</source>
      <translation>{0} 已经供给 {1}</translation>
    </message>
  </context>
  <context>
    <name>Looking</name>
    <message>
      <source>It could not be seen: {0}</source>
      <translation>无法查看：{0}</translation>
    </message>
    <message>
      <source>Nothing of the run flows there</source>
      <translation>训练中没有数据流经这里</translation>
    </message>
    <message>
      <source>Select a wire or a node first</source>
      <translation>请先选中一条连线或一个节点</translation>
    </message>
    <message>
      <source>The run is still loading: ask again when it takes steps</source>
      <translation>正在加载：开始训练后再查看</translation>
    </message>
    <message>
      <source>Train first: a tensor is seen while samples go through the network</source>
      <translation>请先训练：样本经过网络时才能看到张量</translation>
    </message>
    <message>
      <source>from {0} to {1}</source>
      <translation>从 {0} 到 {1}</translation>
    </message>
    <message>
      <source>mean {0}</source>
      <translation>均值 {0}</translation>
    </message>
    <message>
      <source>sd {0}</source>
      <translation>标准差 {0}</translation>
    </message>
    <message>
      <source>{0} is no part of the last run: train again to see it</source>
      <translation>上次训练中没有这样的 {0}：请重新训练后再查看</translation>
    </message>
    <message>
      <source>{0} not numbers</source>
      <translation>{0} 不是有限数</translation>
    </message>
    <message>
      <source>{0} of held-out samples, after step {1}</source>
      <translation>{0}，来自测试样本，第 {1} 步之后</translation>
    </message>
    <message>
      <source>{0} zeros</source>
      <translation>{0} 为零</translation>
    </message>
  </context>
  <context>
    <name>LossPlot</name>
    <message>
      <source>test {0}</source>
      <translation>测试 {0}</translation>
    </message>
    <message>
      <source>train {0}</source>
      <translation>训练 {0}</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>Commands for a drawing</source>
      <translation>网络图的命令</translation>
    </message>
    <message>
      <source>Commands for what is under the pointer</source>
      <translation>指针处内容的命令</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Open recent</source>
      <translation>最近打开</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
  </context>
  <context>
    <name>Minimap</name>
    <message>
      <source>Drag or click to move the view, turn the wheel to zoom</source>
      <translation>拖动或点击以移动视图，滚轮缩放</translation>
    </message>
    <message>
      <source>Minimap</source>
      <translation>缩略图</translation>
    </message>
  </context>
  <context>
    <name>ModeRow</name>
    <message>
      <source>Mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>bypassed</source>
      <translation>旁路</translation>
    </message>
    <message>
      <source>bypassed: hands its input on as it is
disabled: as if it were not there</source>
      <translation>旁路：把输入原样传下去
禁用：视同不存在</translation>
    </message>
    <message>
      <source>disabled</source>
      <translation>禁用</translation>
    </message>
    <message>
      <source>mode</source>
      <translation>模式</translation>
    </message>
    <message>
      <source>on</source>
      <translation>启用</translation>
    </message>
  </context>
  <context>
    <name>Modes</name>
    <message>
      <source>Not bypassed: select a node</source>
      <translation>未旁路：请选择一个节点</translation>
    </message>
    <message>
      <source>Not bypassed: {0}</source>
      <translation>未旁路：{0}</translation>
    </message>
    <message>
      <source>Not disabled: select a node</source>
      <translation>未禁用：请选择一个节点</translation>
    </message>
    <message>
      <source>bypassed</source>
      <translation>已旁路</translation>
    </message>
    <message>
      <source>disabled</source>
      <translation>已禁用</translation>
    </message>
  </context>
  <context>
    <name>Moving</name>
    <message>
      <source>Duplicated {0}</source>
      <translation>创建了 {0} 的副本</translation>
    </message>
    <message>
      <source>Moved {0}</source>
      <translation>移动了 {0}</translation>
    </message>
    <message>
      <source>Moved {0}, {1} pinned stayed</source>
      <translation>移动了 {0}，{1} 个固定的没有动</translation>
    </message>
    <message>
      <source>Pulled {0} out</source>
      <translation>抽出了 {0}</translation>
    </message>
    <message>
      <source>Put {0} between {1} and {2}</source>
      <translation>把 {0} 放到了 {1} 与 {2} 之间</translation>
    </message>
    <message>
      <source>{0} is pinned and stays</source>
      <translation>{0} 已固定，不移动</translation>
    </message>
  </context>
  <context>
    <name>Naming</name>
    <message>
      <source>a note</source>
      <translation>一张便签</translation>
    </message>
    <message>
      <source>frame {0}</source>
      <translation>框 {0}</translation>
    </message>
    <message>
      <source>{0} and {1}</source>
      <translation>{0} 和 {1}</translation>
    </message>
    <message>
      <source>{0} frames</source>
      <translation>{0} 个框</translation>
    </message>
    <message>
      <source>{0} nodes</source>
      <translation>{0} 个节点</translation>
    </message>
    <message>
      <source>{0} notes</source>
      <translation>{0} 张便签</translation>
    </message>
  </context>
  <context>
    <name>NoHit</name>
    <message>
      <source>Clear the search</source>
      <translation>清除搜索</translation>
    </message>
    <message>
      <source>Nothing is called “{0}”</source>
      <translation>没有名为“{0}”的内容</translation>
    </message>
    <message>
      <source>Nothing is found</source>
      <translation>没有找到</translation>
    </message>
  </context>
  <context>
    <name>Node</name>
    <message>
      <source>blocked</source>
      <translation>受阻</translation>
    </message>
    <message>
      <source>blocked by {0}</source>
      <translation>受阻于 {0}</translation>
    </message>
    <message>
      <source>{0} weights</source>
      <translation>{0} 个参数</translation>
    </message>
  </context>
  <context>
    <name>NodeForm</name>
    <message>
      <source>Follows from what is wired to it</source>
      <translation>由连入的内容决定</translation>
    </message>
    <message>
      <source>Shape of {0}</source>
      <translation>{0} 的形状</translation>
    </message>
    <message>
      <source>not known yet</source>
      <translation>尚未知道</translation>
    </message>
    <message>
      <source>{0} from the wire</source>
      <translation>{0}，来自连线</translation>
    </message>
    <message>
      <source>{0} weights</source>
      <translation>{0} 个参数</translation>
    </message>
  </context>
  <context>
    <name>NodeHelp</name>
    <message>
      <source>Select a node first</source>
      <translation>请先选择一个节点</translation>
    </message>
  </context>
  <context>
    <name>Nudge</name>
    <message>
      <source>Moved {0}</source>
      <translation>移动了 {0}</translation>
    </message>
    <message>
      <source>{0} pinned: not moved</source>
      <translation>{0} 个已固定：没有移动</translation>
    </message>
    <message>
      <source>{0}, {1} pinned stayed</source>
      <translation>{0}，{1} 个固定的没有动</translation>
    </message>
  </context>
  <context>
    <name>OnDisk</name>
    <message>
      <source>Keep mine</source>
      <translation>保留我的</translation>
    </message>
    <message>
      <source>Reload</source>
      <translation>重新加载</translation>
    </message>
    <message>
      <source>Reloaded {0}</source>
      <translation>已重新加载 {0}</translation>
    </message>
    <message>
      <source>Save it again</source>
      <translation>再次保存</translation>
    </message>
    <message>
      <source>The file on disk</source>
      <translation>磁盘上的文件</translation>
    </message>
    <message>
      <source>{0} is no longer on disk.</source>
      <translation>{0} 已不在磁盘上。</translation>
    </message>
    <message>
      <source>{0} was changed on disk by another program.</source>
      <translation>{0} 在磁盘上被另一个程序更改。</translation>
    </message>
    <message>
      <source>{0} was changed on disk by another program. {1}</source>
      <translation>{0} 在磁盘上被另一个程序更改。{1}</translation>
    </message>
  </context>
  <context>
    <name>Opening</name>
    <message>
      <source>Drawings (*{0})</source>
      <translation>网络图 (*{0})</translation>
    </message>
    <message>
      <source>No files yet</source>
      <translation>还没有文件</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Opened a copy of {0}</source>
      <translation>已打开 {0} 的副本</translation>
    </message>
    <message>
      <source>Opened {0}</source>
      <translation>已打开 {0}</translation>
    </message>
  </context>
  <context>
    <name>Outline</name>
    <message>
      <source>1 node</source>
      <translation>1 个节点</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Connect {0}</source>
      <translation>连接 {0}</translation>
    </message>
    <message>
      <source>Connect…</source>
      <translation>连接…</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Disable</source>
      <translation>禁用</translation>
    </message>
    <message>
      <source>Disconnect</source>
      <translation>断开</translation>
    </message>
    <message>
      <source>Enable</source>
      <translation>启用</translation>
    </message>
    <message>
      <source>Nothing drawn yet. Drop a layer on the canvas.</source>
      <translation>还没有内容。请把层拖到画布上。</translation>
    </message>
    <message>
      <source>Nothing fits {0}</source>
      <translation>没有与 {0} 匹配的</translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>大纲</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Show on the canvas</source>
      <translation>在画布上显示</translation>
    </message>
    <message>
      <source>disabled</source>
      <translation>已禁用</translation>
    </message>
    <message>
      <source>folded frame</source>
      <translation>折叠的框</translation>
    </message>
    <message>
      <source>frame</source>
      <translation>框</translation>
    </message>
    <message>
      <source>note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>nothing yet</source>
      <translation>尚无</translation>
    </message>
    <message>
      <source>one more</source>
      <translation>再加一个</translation>
    </message>
    <message>
      <source>{0} nodes</source>
      <translation>{0} 个节点</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{1} 的 {0}</translation>
    </message>
    <message>
      <source>{0} of {1} from {2} {3}</source>
      <translation>{1} 的 {0}，来自 {2} {3}</translation>
    </message>
    <message>
      <source>{0} of {1} to {2} {3}</source>
      <translation>{1} 的 {0}，通往 {2} {3}</translation>
    </message>
    <message>
      <source>{0} of {1}, fed by {2}</source>
      <translation>{1} 的 {0}，来源：{2}</translation>
    </message>
    <message>
      <source>{0} of {1}, takes {2}</source>
      <translation>{1} 的 {0}，可接：{2}</translation>
    </message>
  </context>
  <context>
    <name>Page</name>
    <message>
      <source>Drawing</source>
      <translation>网络图</translation>
    </message>
    <message>
      <source>It is still training</source>
      <translation>仍在训练</translation>
    </message>
    <message>
      <source>Stop and close</source>
      <translation>停止并关闭</translation>
    </message>
    <message>
      <source>Stop the run and close? What was learned so far is kept.</source>
      <translation>停止运行并关闭吗？已学到的内容会保留。</translation>
    </message>
    <message>
      <source>Tidying…</source>
      <translation>正在整理…</translation>
    </message>
    <message>
      <source>{0} is still training.</source>
      <translation>{0} 仍在训练。</translation>
    </message>
  </context>
  <context>
    <name>Pages</name>
    <message>
      <source>Open drawings</source>
      <translation>打开的网络图</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Layers</source>
      <translation>层</translation>
    </message>
    <message>
      <source>Search layers</source>
      <translation>搜索层</translation>
    </message>
  </context>
  <context>
    <name>Picking</name>
    <message>
      <source>Every node is connected</source>
      <translation>所有节点都已连接</translation>
    </message>
    <message>
      <source>No node has an error</source>
      <translation>没有节点有错误</translation>
    </message>
    <message>
      <source>Selected {0}</source>
      <translation>选择了 {0}</translation>
    </message>
  </context>
  <context>
    <name>Pictures</name>
    <message>
      <source>The channels as pictures</source>
      <translation>以图像显示的通道</translation>
    </message>
  </context>
  <context>
    <name>Plots</name>
    <message>
      <source>Accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Weights</source>
      <translation>权重</translation>
    </message>
  </context>
  <context>
    <name>Preview</name>
    <message>
      <source>Layer</source>
      <translation>层</translation>
    </message>
    <message>
      <source>Ports</source>
      <translation>端口</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Shapes</source>
      <translation>形状</translation>
    </message>
    <message>
      <source>What is wrong</source>
      <translation>有什么错误</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>它的作用</translation>
    </message>
    <message>
      <source>What would be placed</source>
      <translation>将要放置的内容</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>还有 {0} 个</translation>
    </message>
    <message>
      <source>→ or Enter lists them</source>
      <translation>按 → 或 Enter 列出</translation>
    </message>
  </context>
  <context>
    <name>ProblemCard</name>
    <message>
      <source>Enter accepts, Esc connects nothing</source>
      <translation>Enter 接受，Esc 不连接</translation>
    </message>
    <message>
      <source>Problem</source>
      <translation>问题</translation>
    </message>
  </context>
  <context>
    <name>Problems</name>
    <message>
      <source>No problems. It is ready to train.</source>
      <translation>没有问题，可以训练。</translation>
    </message>
    <message>
      <source>Nothing drawn yet. Drop a layer on the canvas.</source>
      <translation>还没有内容。请把层拖到画布上。</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>还有 {0} 个</translation>
    </message>
    <message>
      <source>the network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>○ Blocked by {0}: {1}</source>
      <translation>○ 受阻于 {0}：{1}</translation>
    </message>
  </context>
  <context>
    <name>Progress</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel (Esc)</source>
      <translation>取消 (Esc)</translation>
    </message>
  </context>
  <context>
    <name>Recovery</name>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>以后再说</translation>
    </message>
    <message>
      <source>Recover</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Recover all</source>
      <translation>全部恢复</translation>
    </message>
    <message>
      <source>Recovered {0} from {1}</source>
      <translation>恢复了 {1} 的 {0}</translation>
    </message>
    <message>
      <source>There are {0} more.</source>
      <translation>还有 {0} 个。</translation>
    </message>
    <message>
      <source>There is one more.</source>
      <translation>还有 1 个。</translation>
    </message>
    <message>
      <source>What can be recovered</source>
      <translation>可恢复的内容</translation>
    </message>
    <message>
      <source>nodegraph was closed unexpectedly. Recover {0} from {1}?</source>
      <translation>nodegraph 意外关闭。要恢复 {1} 的 {0} 吗？</translation>
    </message>
  </context>
  <context>
    <name>Resuming</name>
    <message>
      <source>No run of this network, as it is drawn now, can go on in {0}</source>
      <translation>{0} 中没有可继续的、与当前所画网络相同的训练</translation>
    </message>
  </context>
  <context>
    <name>RunBar</name>
    <message>
      <source>Continue</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>How far the run is</source>
      <translation>运行的进度</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Share of the run that is done</source>
      <translation>本次运行完成的比例</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Train</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Train the network as it is drawn now</source>
      <translation>按现在所画的网络训练</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>downloading {0}</source>
      <translation>正在下载 {0}</translation>
    </message>
    <message>
      <source>epoch {0} of {1}</source>
      <translation>第 {0} / {1} 轮</translation>
    </message>
    <message>
      <source>loading PyTorch and the data</source>
      <translation>正在加载 PyTorch 和数据</translation>
    </message>
    <message>
      <source>loading {0}</source>
      <translation>正在加载 {0}</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>已停止</translation>
    </message>
    <message>
      <source>stopping</source>
      <translation>正在停止</translation>
    </message>
    <message>
      <source>test loss {0:.3g}</source>
      <translation>测试损失 {0:.3g}</translation>
    </message>
    <message>
      <source>test {0:.1f} %</source>
      <translation>测试 {0:.1f} %</translation>
    </message>
    <message>
      <source>{0} h {1} min</source>
      <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
      <source>{0} left</source>
      <translation>剩余 {0}</translation>
    </message>
    <message>
      <source>{0} min {1} s</source>
      <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
      <source>{0} of {1} MB</source>
      <translation>{0} / {1} MB</translation>
    </message>
    <message>
      <source>{0} s</source>
      <translation>{0} 秒</translation>
    </message>
    <message>
      <source>▶  Train</source>
      <translation>▶  训练</translation>
    </message>
  </context>
  <context>
    <name>RunLog</name>
    <message>
      <source> Weights and code are kept in {0}</source>
      <translation> 权重和代码保存在 {0}</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>完成。</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>轮次</translation>
    </message>
    <message>
      <source>How the run ended</source>
      <translation>运行如何结束</translation>
    </message>
    <message>
      <source>Loading PyTorch and the data</source>
      <translation>正在加载 PyTorch 和数据</translation>
    </message>
    <message>
      <source>Open folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>已停止。</translation>
    </message>
    <message>
      <source>The network has changed since this run.</source>
      <translation>本次运行之后网络已更改。</translation>
    </message>
    <message>
      <source>This run</source>
      <translation>本次运行</translation>
    </message>
    <message>
      <source>What trains</source>
      <translation>训练的内容</translation>
    </message>
    <message>
      <source>Whether the run is out of date</source>
      <translation>运行是否已过时</translation>
    </message>
    <message>
      <source>epoch</source>
      <translation>轮次</translation>
    </message>
    <message>
      <source>s</source>
      <translation>秒</translation>
    </message>
    <message>
      <source>test %</source>
      <translation>测试 %</translation>
    </message>
    <message>
      <source>test loss</source>
      <translation>测试损失</translation>
    </message>
    <message>
      <source>train %</source>
      <translation>训练 %</translation>
    </message>
    <message>
      <source>train loss</source>
      <translation>训练损失</translation>
    </message>
    <message>
      <source>{0:,} weights on {1}. {2:,} to train, {3:,} to test.</source>
      <translation>在 {1} 上训练，共 {0:,} 个参数。训练样本 {2:,} 个，测试样本 {3:,} 个。</translation>
    </message>
  </context>
  <context>
    <name>RunPanel</name>
    <message>
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Facts of the data</source>
      <translation>数据概况</translation>
    </message>
    <message>
      <source>Is downloaded once, to {0}.</source>
      <translation>只下载一次，存到 {0}。</translation>
    </message>
    <message>
      <source>Lies in {0}.</source>
      <translation>位于 {0}。</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Needs no download.</source>
      <translation>无需下载。</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>Recipe of the run</source>
      <translation>训练配置</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Schedule</source>
      <translation>学习率调度</translation>
    </message>
    <message>
      <source>Set {0} to {1}</source>
      <translation>把 {0} 设为 {1}</translation>
    </message>
    <message>
      <source>Why a value does not fit</source>
      <translation>值不合适的原因</translation>
    </message>
    <message>
      <source>values, no classes</source>
      <translation>数值，无类别</translation>
    </message>
    <message>
      <source>{0} classes</source>
      <translation>{0} 个类别</translation>
    </message>
    <message>
      <source>{0} to train, {1} to test</source>
      <translation>训练样本 {0} 个，测试样本 {1} 个</translation>
    </message>
    <message>
      <source>{0}. {1}. {2}, {3}. {4}</source>
      <translation>{0}。{1}。{2}，{3}。{4}</translation>
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source>1 class number</source>
      <translation>1 个类别编号</translation>
    </message>
    <message>
      <source>1 output</source>
      <translation>1 个输出</translation>
    </message>
    <message>
      <source>A class that does not count</source>
      <translation>不计入的类别</translation>
    </message>
    <message>
      <source>A linear layer and cross-entropy in one, with less memory.</source>
      <translation>线性层与交叉熵合为一体，占用内存更少。</translation>
    </message>
    <message>
      <source>A logistic loss for two classes, 1 and -1.</source>
      <translation>用于两个类别（1 和 -1）的逻辑损失。</translation>
    </message>
    <message>
      <source>A menu of what fits; Shift: search it</source>
      <translation>适合的层的菜单；Shift：搜索</translation>
    </message>
    <message>
      <source>A ring around another</source>
      <translation>一个环套着另一个环</translation>
    </message>
    <message>
      <source>A run goes on as it began: its {0} is {1}. Start a new run to change it.</source>
      <translation>运行须按开始时的设置继续：其 {0} 为 {1}。要更改请开始新的运行。</translation>
    </message>
    <message>
      <source>A sigmoid made of three straight lines.</source>
      <translation>由三段直线构成的 sigmoid。</translation>
    </message>
    <message>
      <source>A smooth ReLU, always above zero.</source>
      <translation>平滑的 ReLU，始终大于零。</translation>
    </message>
    <message>
      <source>A softmax in which the smallest value gets the largest share.</source>
      <translation>最小的值得到最大份额的 softmax。</translation>
    </message>
    <message>
      <source>A softmax over the channels at every point of a picture.</source>
      <translation>对图像每个位置的各通道做 softmax。</translation>
    </message>
    <message>
      <source>A softmax over very many classes, quicker for the common ones.</source>
      <translation>用于类别极多时的 softmax，常见类别算得更快。</translation>
    </message>
    <message>
      <source>A swish made of straight lines, quick to compute.</source>
      <translation>由直线构成的 swish，计算很快。</translation>
    </message>
    <message>
      <source>A whole encoder and decoder of attention.</source>
      <translation>完整的注意力编码器和解码器。</translation>
    </message>
    <message>
      <source>Above this times beta it is taken as a straight line</source>
      <translation>乘以 beta 后超过此值即视为直线</translation>
    </message>
    <message>
      <source>Activation</source>
      <translation>激活</translation>
    </message>
    <message>
      <source>Adam with the weight decay apart from the gradient.</source>
      <translation>权重衰减与梯度分开的 Adam。</translation>
    </message>
    <message>
      <source>Add Input</source>
      <translation>添加 Input</translation>
    </message>
    <message>
      <source>Add Output</source>
      <translation>添加 Output</translation>
    </message>
    <message>
      <source>Add a dot</source>
      <translation>添加拐点</translation>
    </message>
    <message>
      <source>Add a dot, take it away</source>
      <translation>添加拐点，去掉拐点</translation>
    </message>
    <message>
      <source>Add a layer</source>
      <translation>添加层</translation>
    </message>
    <message>
      <source>Add to what is selected</source>
      <translation>添加到所选</translation>
    </message>
    <message>
      <source>Added Input</source>
      <translation>添加了 Input</translation>
    </message>
    <message>
      <source>Added Output</source>
      <translation>添加了 Output</translation>
    </message>
    <message>
      <source>Added before dividing</source>
      <translation>在相除之前加上</translation>
    </message>
    <message>
      <source>Added so that nothing divides by zero</source>
      <translation>加上它以避免除以零</translation>
    </message>
    <message>
      <source>Added to the mean square; torch's smallest step if none</source>
      <translation>加到均方上；留空则取 torch 的最小步长</translation>
    </message>
    <message>
      <source>Added to the variance when normalizing</source>
      <translation>归一化时加到方差上</translation>
    </message>
    <message>
      <source>Added to the variance, so that nothing divides by zero</source>
      <translation>加到方差上，以避免除以零</translation>
    </message>
    <message>
      <source>Added {0}</source>
      <translation>添加了 {0}</translation>
    </message>
    <message>
      <source>Adds a dimension of size 1.</source>
      <translation>增加一个大小为 1 的维度。</translation>
    </message>
    <message>
      <source>Adds a key and value of zeros to look at</source>
      <translation>增加一组全零的键和值</translation>
    </message>
    <message>
      <source>Adds a learned key and value to look at</source>
      <translation>增加一组可学习的键和值</translation>
    </message>
    <message>
      <source>Adds a learned number to each channel</source>
      <translation>给每个通道加一个可学习的数</translation>
    </message>
    <message>
      <source>Adds a learned number to each output</source>
      <translation>给每个输出加一个可学习的数</translation>
    </message>
    <message>
      <source>Adds its inputs, number by number.</source>
      <translation>把各输入逐个数相加。</translation>
    </message>
    <message>
      <source>Adds learned numbers</source>
      <translation>加上可学习的数</translation>
    </message>
    <message>
      <source>Adds learned numbers for the common classes</source>
      <translation>为常见类别加上可学习的数</translation>
    </message>
    <message>
      <source>Adds learned numbers in each unit</source>
      <translation>在每个单元中加上可学习的数</translation>
    </message>
    <message>
      <source>Adds learned numbers in linear layers and normalizations</source>
      <translation>在线性层和归一化中加上可学习的数</translation>
    </message>
    <message>
      <source>Adds learned numbers when it projects</source>
      <translation>投影时加上可学习的数</translation>
    </message>
    <message>
      <source>Adds one value at the edges of a picture.</source>
      <translation>在图像边缘补同一个值。</translation>
    </message>
    <message>
      <source>Adds one value at the edges of a sequence.</source>
      <translation>在序列两端补同一个值。</translation>
    </message>
    <message>
      <source>Adds one value at the edges of a volume.</source>
      <translation>在体数据边缘补同一个值。</translation>
    </message>
    <message>
      <source>Adds the constant part of the formula</source>
      <translation>加上公式中的常数部分</translation>
    </message>
    <message>
      <source>Adds zeros at the edges of a picture.</source>
      <translation>在图像边缘补零。</translation>
    </message>
    <message>
      <source>Adds zeros at the edges of a sequence.</source>
      <translation>在序列两端补零。</translation>
    </message>
    <message>
      <source>Adds zeros at the edges of a volume.</source>
      <translation>在体数据边缘补零。</translation>
    </message>
    <message>
      <source>Along which dimension</source>
      <translation>沿哪个维度</translation>
    </message>
    <message>
      <source>Along which dimension they add up</source>
      <translation>沿哪个维度总和为一</translation>
    </message>
    <message>
      <source>Also answers where each value was, for unpooling</source>
      <translation>同时输出每个值原来的位置，供反池化使用</translation>
    </message>
    <message>
      <source>Answers for each query a mix of the values, weighed by how well their keys fit it.</source>
      <translation>对每个查询给出各值的混合，权重取决于键与它的匹配程度。</translation>
    </message>
    <message>
      <source>Answers what it gets.</source>
      <translation>原样输出得到的内容。</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>注意力</translation>
    </message>
    <message>
      <source>BCEWithLogitsLoss applies sigmoid itself, so here it is done twice</source>
      <translation>BCEWithLogitsLoss 自带 sigmoid，这里重复了一次</translation>
    </message>
    <message>
      <source>BCEWithLogitsLoss needs targets from 0 to 1, and these go beyond</source>
      <translation>BCEWithLogitsLoss 需要 0 到 1 的目标，而这里超出了范围</translation>
    </message>
    <message>
      <source>Bends negative values so that mean and variance keep themselves from layer to layer.</source>
      <translation>弯折负值，使均值和方差在各层之间自行保持。</translation>
    </message>
    <message>
      <source>Binary cross-entropy for each of several labels.</source>
      <translation>对多个标签各做二元交叉熵。</translation>
    </message>
    <message>
      <source>Blocked by {0}</source>
      <translation>受阻于 {0}</translation>
    </message>
    <message>
      <source>Bypass {0}</source>
      <translation>旁路 {0}</translation>
    </message>
    <message>
      <source>Bypassed {0}</source>
      <translation>旁路了 {0}</translation>
    </message>
    <message>
      <source>Camera</source>
      <translation>画面</translation>
    </message>
    <message>
      <source>Chose class numbers as the target</source>
      <translation>选择了类别编号作为目标</translation>
    </message>
    <message>
      <source>Chose one-hot targets</source>
      <translation>选择了独热目标</translation>
    </message>
    <message>
      <source>Chose values as the target</source>
      <translation>选择了数值作为目标</translation>
    </message>
    <message>
      <source>Chose values as the target, by MSELoss</source>
      <translation>选择了数值作为目标，用 MSELoss</translation>
    </message>
    <message>
      <source>Chose {0} as the target</source>
      <translation>选择了{0}作为目标</translation>
    </message>
    <message>
      <source>Chose {0} to train on</source>
      <translation>选择了用 {0} 训练</translation>
    </message>
    <message>
      <source>Click a tag</source>
      <translation>点击标签</translation>
    </message>
    <message>
      <source>Click or drag on a value</source>
      <translation>点击或拖动数值</translation>
    </message>
    <message>
      <source>Click puts down, right click cancels</source>
      <translation>点击放下，右键取消</translation>
    </message>
    <message>
      <source>Compare with class numbers</source>
      <translation>与类别编号比较</translation>
    </message>
    <message>
      <source>Compare with one-hot targets</source>
      <translation>与独热目标比较</translation>
    </message>
    <message>
      <source>Compare with values</source>
      <translation>与数值比较</translation>
    </message>
    <message>
      <source>Compare with values by MSELoss</source>
      <translation>用 MSELoss 与数值比较</translation>
    </message>
    <message>
      <source>Compare with {0}</source>
      <translation>与{0}比较</translation>
    </message>
    <message>
      <source>Connect to {0}</source>
      <translation>连接到 {0}</translation>
    </message>
    <message>
      <source>Connect {0}</source>
      <translation>连接 {0}</translation>
    </message>
    <message>
      <source>Connected to {0}</source>
      <translation>连接到了 {0}</translation>
    </message>
    <message>
      <source>Connected {0}</source>
      <translation>连接了 {0}</translation>
    </message>
    <message>
      <source>Continues a picture at its edges with what lies at the other side.</source>
      <translation>用对侧的内容延续图像边缘。</translation>
    </message>
    <message>
      <source>Continues a sequence at its edges with what lies at the other end.</source>
      <translation>用另一端的内容延续序列两端。</translation>
    </message>
    <message>
      <source>Continues a volume at its edges with what lies at the other side.</source>
      <translation>用对侧的内容延续体数据边缘。</translation>
    </message>
    <message>
      <source>Convolution</source>
      <translation>卷积</translation>
    </message>
    <message>
      <source>Counts a last window that hangs over the edge</source>
      <translation>超出边缘的最后一个窗口也算</translation>
    </message>
    <message>
      <source>Counts the added zeros when taking the mean</source>
      <translation>取平均时计入补上的零</translation>
    </message>
    <message>
      <source>Cross-entropy of probabilities against targets between 0 and 1.</source>
      <translation>概率与 0 到 1 之间的目标的交叉熵。</translation>
    </message>
    <message>
      <source>CrossEntropyLoss applies softmax itself, so here it is done twice</source>
      <translation>CrossEntropyLoss 自带 softmax，这里重复了一次</translation>
    </message>
    <message>
      <source>Cursive Japanese characters</source>
      <translation>日文草书字符</translation>
    </message>
    <message>
      <source>Cut wires; Shift: add dots, Alt: disable</source>
      <translation>切断连线；Shift：添加拐点，Alt：停用</translation>
    </message>
    <message>
      <source>Cuts a picture into sliding blocks, each a column.</source>
      <translation>把图像切成滑动的小块，每块成为一列。</translation>
    </message>
    <message>
      <source>Cuts one dimension into parts, each an output of its own.</source>
      <translation>把一个维度切成若干份，每份是一个单独的输出。</translation>
    </message>
    <message>
      <source>Distance between the filter's points</source>
      <translation>卷积核各点的间距（空洞率）</translation>
    </message>
    <message>
      <source>Distance between the points of a window</source>
      <translation>窗口各点的间距（空洞率）</translation>
    </message>
    <message>
      <source>Distance between the window's points</source>
      <translation>窗口各点的间距（空洞率）</translation>
    </message>
    <message>
      <source>Divides a row's gradient by how often it was used</source>
      <translation>把一行的梯度除以它被使用的次数</translation>
    </message>
    <message>
      <source>Divides by this, not by the window's size</source>
      <translation>除以此数，而不是窗口的大小</translation>
    </message>
    <message>
      <source>Divides each value by how strong its neighbouring channels are.</source>
      <translation>把每个值除以相邻通道的强度。</translation>
    </message>
    <message>
      <source>Divides each value by one more than its size, so that it stays between -1 and 1.</source>
      <translation>把每个值除以其绝对值加一，使它保持在 -1 与 1 之间。</translation>
    </message>
    <message>
      <source>Divides the last dimensions of each sample by their root mean square.</source>
      <translation>把每个样本的最后几个维度除以其均方根。</translation>
    </message>
    <message>
      <source>Double click</source>
      <translation>双击</translation>
    </message>
    <message>
      <source>Double click a title</source>
      <translation>双击标题</translation>
    </message>
    <message>
      <source>Double click a wire, a dot</source>
      <translation>双击连线或拐点</translation>
    </message>
    <message>
      <source>Double click on nothing</source>
      <translation>双击空白处</translation>
    </message>
    <message>
      <source>Drag</source>
      <translation>拖动</translation>
    </message>
    <message>
      <source>Drag a dot</source>
      <translation>拖动拐点</translation>
    </message>
    <message>
      <source>Drag a title</source>
      <translation>拖动标题</translation>
    </message>
    <message>
      <source>Drag a wire's middle</source>
      <translation>拖动连线中部</translation>
    </message>
    <message>
      <source>Drag an edge</source>
      <translation>拖动边缘</translation>
    </message>
    <message>
      <source>Drag near a wire's end</source>
      <translation>在连线端头附近拖动</translation>
    </message>
    <message>
      <source>Drag onto a wire</source>
      <translation>拖到连线上</translation>
    </message>
    <message>
      <source>Drag or click from a port</source>
      <translation>从端口拖动或点击</translation>
    </message>
    <message>
      <source>Draw a new frame</source>
      <translation>画一个新框</translation>
    </message>
    <message>
      <source>Draws distances to zero or beyond a margin.</source>
      <translation>把距离拉向零或推到间隔之外。</translation>
    </message>
    <message>
      <source>Draws pairs together or apart by the angle between them.</source>
      <translation>按夹角把成对的样本拉近或推远。</translation>
    </message>
    <message>
      <source>Drops a dimension of size 1.</source>
      <translation>去掉一个大小为 1 的维度。</translation>
    </message>
    <message>
      <source>Enlarges pictures, blending between pixels.</source>
      <translation>放大图像，像素之间做插值。</translation>
    </message>
    <message>
      <source>Enlarges pictures, repeating pixels.</source>
      <translation>放大图像，重复像素。</translation>
    </message>
    <message>
      <source>Enlarges sequences, pictures or volumes.</source>
      <translation>放大序列、图像或体数据。</translation>
    </message>
    <message>
      <source>Epochs between two steps</source>
      <translation>两次调整之间的轮次</translation>
    </message>
    <message>
      <source>Every how manieth is kept</source>
      <translation>每隔几个保留一个</translation>
    </message>
    <message>
      <source>Factor at each step</source>
      <translation>每次调整的倍数</translation>
    </message>
    <message>
      <source>First dimension joined</source>
      <translation>合并的第一个维度</translation>
    </message>
    <message>
      <source>First one kept; negative counts from the end</source>
      <translation>保留的第一个；负数从末尾数起</translation>
    </message>
    <message>
      <source>First one no longer kept</source>
      <translation>不再保留的第一个</translation>
    </message>
    <message>
      <source>Fold or open it</source>
      <translation>折叠或展开</translation>
    </message>
    <message>
      <source>For classes: softmax and negative log likelihood in one; takes raw scores.</source>
      <translation>用于分类：softmax 与负对数似然合为一体；接受原始得分。</translation>
    </message>
    <message>
      <source>For classes: takes log probabilities, as LogSoftmax gives them.</source>
      <translation>用于分类：接受 LogSoftmax 给出的对数概率。</translation>
    </message>
    <message>
      <source>For yes or no for every output: takes raw scores.</source>
      <translation>用于每个输出的是或否：接受原始得分。</translation>
    </message>
    <message>
      <source>Frame, then drag</source>
      <translation>按“框”后拖动</translation>
    </message>
    <message>
      <source>Frames and notes</source>
      <translation>框和便签</translation>
    </message>
    <message>
      <source>Gathers neighbouring pixels into channels.</source>
      <translation>把相邻像素收集到通道中。</translation>
    </message>
    <message>
      <source>Gave {0} its own weights</source>
      <translation>给了 {0} 自己的权重</translation>
    </message>
    <message>
      <source>Give {0} its own weights</source>
      <translation>给 {0} 自己的权重</translation>
    </message>
    <message>
      <source>Gives each sample another shape with as many numbers.</source>
      <translation>给每个样本换一个数值个数相同的形状。</translation>
    </message>
    <message>
      <source>Go to the other end</source>
      <translation>转到另一端</translation>
    </message>
    <message>
      <source>Gradients for used rows only; not every optimizer takes them</source>
      <translation>只计算用到的行的梯度；并非所有优化器都支持</translation>
    </message>
    <message>
      <source>Groups of the convolution</source>
      <translation>卷积的组数</translation>
    </message>
    <message>
      <source>Handwritten digits</source>
      <translation>手写数字</translation>
    </message>
    <message>
      <source>Handwritten digits and letters</source>
      <translation>手写数字和字母</translation>
    </message>
    <message>
      <source>Holds values between 0 and 6.</source>
      <translation>把值限制在 0 与 6 之间。</translation>
    </message>
    <message>
      <source>Holds values between two bounds.</source>
      <translation>把值限制在两个界限之间。</translation>
    </message>
    <message>
      <source>How far apart is far enough</source>
      <translation>多远才算足够远</translation>
    </message>
    <message>
      <source>How far apart the input's values are laid</source>
      <translation>输入的值相隔多远铺开</translation>
    </message>
    <message>
      <source>How far below zero it goes</source>
      <translation>低于零的程度</translation>
    </message>
    <message>
      <source>How far below zero it goes; not zero</source>
      <translation>低于零的程度；不能为零</translation>
    </message>
    <message>
      <source>How far one distribution is from another; takes log-probabilities.</source>
      <translation>一个分布与另一个分布相距多远；接受对数概率。</translation>
    </message>
    <message>
      <source>How far the filter moves each step</source>
      <translation>卷积核每次移动的步长</translation>
    </message>
    <message>
      <source>How far the window moves each step</source>
      <translation>窗口每次移动的步长</translation>
    </message>
    <message>
      <source>How far the window moves; its own size if none</source>
      <translation>窗口每次移动的步长；留空则为窗口自身大小</translation>
    </message>
    <message>
      <source>How far values are moved</source>
      <translation>值移动多远</translation>
    </message>
    <message>
      <source>How fast running means follow</source>
      <translation>滑动平均更新的快慢</translation>
    </message>
    <message>
      <source>How fast running means follow; none: a plain mean</source>
      <translation>滑动平均更新的快慢；留空：普通平均</translation>
    </message>
    <message>
      <source>How many are stacked on each other</source>
      <translation>堆叠多少层</translation>
    </message>
    <message>
      <source>How many classes there are</source>
      <translation>有多少个类别</translation>
    </message>
    <message>
      <source>How many different numbers there are</source>
      <translation>有多少个不同的数</translation>
    </message>
    <message>
      <source>How many features come out</source>
      <translation>输出多少个特征</translation>
    </message>
    <message>
      <source>How many features each number gets</source>
      <translation>每个数得到多少个特征</translation>
    </message>
    <message>
      <source>How many filters, and so channels that come out</source>
      <translation>卷积核的个数，即输出通道数</translation>
    </message>
    <message>
      <source>How many layers the decoder has</source>
      <translation>解码器有多少层</translation>
    </message>
    <message>
      <source>How many layers the encoder has</source>
      <translation>编码器有多少层</translation>
    </message>
    <message>
      <source>How many numbers it remembers</source>
      <translation>记住多少个数（隐藏状态的维数）</translation>
    </message>
    <message>
      <source>How many of the last dimensions are normalized together</source>
      <translation>最后多少个维度一起归一化</translation>
    </message>
    <message>
      <source>How many pixels go into one, each way</source>
      <translation>每个方向上多少个像素合为一个</translation>
    </message>
    <message>
      <source>How many pixels one becomes, each way</source>
      <translation>每个方向上一个像素变为多少个</translation>
    </message>
    <message>
      <source>How many times larger; nothing where size says it</source>
      <translation>放大多少倍；已由尺寸指定则留空</translation>
    </message>
    <message>
      <source>How much is added at every edge</source>
      <translation>每条边填充多少</translation>
    </message>
    <message>
      <source>How much is added at every edge, or at each of them</source>
      <translation>所有边或各条边分别填充多少</translation>
    </message>
    <message>
      <source>How much is added at every edge; same keeps the size</source>
      <translation>每条边填充多少；same 保持尺寸不变</translation>
    </message>
    <message>
      <source>How much is added at the far edge</source>
      <translation>远端的边填充多少</translation>
    </message>
    <message>
      <source>How much is cut off at every edge</source>
      <translation>每条边裁掉多少</translation>
    </message>
    <message>
      <source>How much narrower each rarer cluster is</source>
      <translation>越少见的簇窄多少</translation>
    </message>
    <message>
      <source>How much of the last step goes on</source>
      <translation>上一步保留多少</translation>
    </message>
    <message>
      <source>How much of the target is spread over all classes</source>
      <translation>目标中有多少分摊到所有类别</translation>
    </message>
    <message>
      <source>How near to zero</source>
      <translation>离零多近</translation>
    </message>
    <message>
      <source>How often a channel is masked</source>
      <translation>通道被屏蔽的概率</translation>
    </message>
    <message>
      <source>How often a channel is zeroed</source>
      <translation>通道被置零的概率</translation>
    </message>
    <message>
      <source>How often a value is masked</source>
      <translation>值被屏蔽的概率</translation>
    </message>
    <message>
      <source>How often a value is zeroed</source>
      <translation>值被置零的概率</translation>
    </message>
    <message>
      <source>How often a value is zeroed between stacked layers</source>
      <translation>堆叠的层之间值被置零的概率</translation>
    </message>
    <message>
      <source>How often a value is zeroed while training</source>
      <translation>训练时值被置零的概率</translation>
    </message>
    <message>
      <source>How often a weight is zeroed while training</source>
      <translation>训练时权重被置零的概率</translation>
    </message>
    <message>
      <source>How often all training data is seen</source>
      <translation>全部训练数据要学习多少遍</translation>
    </message>
    <message>
      <source>How sharp the bend is</source>
      <translation>弯折有多急</translation>
    </message>
    <message>
      <source>How strongly neighbours divide</source>
      <translation>相邻通道相除的强度</translation>
    </message>
    <message>
      <source>How values are brought together or filled in</source>
      <translation>值如何合并或填补</translation>
    </message>
    <message>
      <source>How wide the linear layers are inside</source>
      <translation>内部线性层的宽度</translation>
    </message>
    <message>
      <source>In how many groups of features it looks at once</source>
      <translation>同时从多少组特征去看</translation>
    </message>
    <message>
      <source>In how many groups the channels stand</source>
      <translation>通道分成多少组</translation>
    </message>
    <message>
      <source>Input and output</source>
      <translation>输入与输出</translation>
    </message>
    <message>
      <source>Insert {0}</source>
      <translation>插入 {0}</translation>
    </message>
    <message>
      <source>Insert; Alt: do not</source>
      <translation>插入；Alt：不插入</translation>
    </message>
    <message>
      <source>Inserted {0}</source>
      <translation>插入了 {0}</translation>
    </message>
    <message>
      <source>Into how many groups the channels are split</source>
      <translation>把通道分成多少组</translation>
    </message>
    <message>
      <source>Into how many parts</source>
      <translation>分成多少份</translation>
    </message>
    <message>
      <source>Into how many separate groups the channels are split</source>
      <translation>把通道分成多少个独立的组</translation>
    </message>
    <message>
      <source>It can't take {0} from {1}</source>
      <translation>无法接受来自 {1} 的 {0}</translation>
    </message>
    <message>
      <source>It can't take {0} from {1} into {2}</source>
      <translation>{2} 无法接受来自 {1} 的 {0}</translation>
    </message>
    <message>
      <source>It needs {0}, got {1}</source>
      <translation>需要{0}，得到 {1}</translation>
    </message>
    <message>
      <source>It shares the weights of {0}, which gets another shape</source>
      <translation>它共享 {0} 的权重，而后者得到的形状不同</translation>
    </message>
    <message>
      <source>It shares the weights of {0}, which no Output depends on</source>
      <translation>它共享 {0} 的权重，而没有 Output 依赖后者</translation>
    </message>
    <message>
      <source>It shares the weights of {0}, whose settings differ</source>
      <translation>它共享 {0} 的权重，而后者的设置不同</translation>
    </message>
    <message>
      <source>It shares weights with itself</source>
      <translation>它与自己共享权重</translation>
    </message>
    <message>
      <source>It weighs only the last dimension of the picture {0}</source>
      <translation>它只对图像 {0} 的最后一个维度加权</translation>
    </message>
    <message>
      <source>It weighs only the last dimension of the picture {0}, so the answer is {1}, not {2}</source>
      <translation>它只对图像 {0} 的最后一个维度加权，因此输出是 {1} 而不是 {2}</translation>
    </message>
    <message>
      <source>It {0}</source>
      <translation>它{0}</translation>
    </message>
    <message>
      <source>Its inputs do not fit together: {0}</source>
      <translation>它的各输入不匹配：{0}</translation>
    </message>
    <message>
      <source>Its kernel of {0} is larger than the {1} from {2}</source>
      <translation>大小为 {0} 的核比来自 {2} 的 {1} 还大</translation>
    </message>
    <message>
      <source>Its settings</source>
      <translation>它的设置</translation>
    </message>
    <message>
      <source>Its shape is known once torch has loaded</source>
      <translation>torch 加载后才知道它的形状</translation>
    </message>
    <message>
      <source>Joins its inputs along one dimension; the others must be equal.</source>
      <translation>沿一个维度拼接各输入；其余维度必须相等。</translation>
    </message>
    <message>
      <source>Joins neighbouring dimensions into one.</source>
      <translation>把相邻的维度合并为一个。</translation>
    </message>
    <message>
      <source>Keeps a part of one dimension, counted as Python counts.</source>
      <translation>保留一个维度的一部分，计数方式与 Python 相同。</translation>
    </message>
    <message>
      <source>Keeps largest values along a sequence so that a given length comes out.</source>
      <translation>沿序列保留最大值，得到给定的长度。</translation>
    </message>
    <message>
      <source>Keeps largest values of a picture so that a given size comes out.</source>
      <translation>保留图像的最大值，得到给定的尺寸。</translation>
    </message>
    <message>
      <source>Keeps largest values of a volume so that a given size comes out.</source>
      <translation>保留体数据的最大值，得到给定的尺寸。</translation>
    </message>
    <message>
      <source>Keeps running means for use after training</source>
      <translation>保留滑动平均供训练后使用</translation>
    </message>
    <message>
      <source>Keeps the division from zero</source>
      <translation>避免除以零</translation>
    </message>
    <message>
      <source>Keeps the largest value of each window along a sequence.</source>
      <translation>沿序列保留每个窗口的最大值。</translation>
    </message>
    <message>
      <source>Keeps the largest value of each window of a picture.</source>
      <translation>保留图像每个窗口的最大值。</translation>
    </message>
    <message>
      <source>Keeps the largest value of each window of a volume.</source>
      <translation>保留体数据每个窗口的最大值。</translation>
    </message>
    <message>
      <source>Largest</source>
      <translation>最大值</translation>
    </message>
    <message>
      <source>Last dimension joined</source>
      <translation>合并的最后一个维度</translation>
    </message>
    <message>
      <source>Lays channels out as finer pixels.</source>
      <translation>把通道铺开成更细的像素。</translation>
    </message>
    <message>
      <source>Lays learned filters along a longer sequence: a convolution run backwards.</source>
      <translation>把可学习的卷积核铺到更长的序列上：反向进行的卷积。</translation>
    </message>
    <message>
      <source>Lays learned filters into a larger volume: a convolution run backwards.</source>
      <translation>把可学习的卷积核铺到更大的体数据中：反向进行的卷积。</translation>
    </message>
    <message>
      <source>Lays learned filters over a larger picture: a convolution run backwards.</source>
      <translation>把可学习的卷积核铺到更大的图像上：反向进行的卷积。</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Learns a scale and a shift for each channel</source>
      <translation>为每个通道学习缩放和平移</translation>
    </message>
    <message>
      <source>Learns a scale and a shift for each value</source>
      <translation>为每个值学习缩放和平移</translation>
    </message>
    <message>
      <source>Learns a scale for each value</source>
      <translation>为每个值学习缩放</translation>
    </message>
    <message>
      <source>Learns the shift too</source>
      <translation>同时学习平移</translation>
    </message>
    <message>
      <source>Leaves a size of 1 where a dimension goes away</source>
      <translation>消失的维度保留为大小 1</translation>
    </message>
    <message>
      <source>Let a wire go</source>
      <translation>松开连线</translation>
    </message>
    <message>
      <source>Let the rate fall from the start</source>
      <translation>让学习率从一开始就下降</translation>
    </message>
    <message>
      <source>Lets positive values through and bends negative ones towards -alpha.</source>
      <translation>让正值通过，把负值弯向 -alpha。</translation>
    </message>
    <message>
      <source>Lets positive values through and makes negative ones zero.</source>
      <translation>让正值通过，把负值变为零。</translation>
    </message>
    <message>
      <source>Lets positive values through and multiplies negative ones by a learned number.</source>
      <translation>让正值通过，把负值乘以可学习的数。</translation>
    </message>
    <message>
      <source>Lets positive values through and shrinks negative ones.</source>
      <translation>让正值通过，缩小负值。</translation>
    </message>
    <message>
      <source>Like ELU, but smooth at zero for every alpha.</source>
      <translation>类似 ELU，但对任何 alpha 在零处都平滑。</translation>
    </message>
    <message>
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <source>Link by letters</source>
      <translation>用字母连线</translation>
    </message>
    <message>
      <source>Looks ahead along the momentum</source>
      <translation>沿动量方向向前看</translation>
    </message>
    <message>
      <source>Looks up a learned row of features for each whole number.</source>
      <translation>为每个整数查出一行可学习的特征。</translation>
    </message>
    <message>
      <source>Looks up rows for several numbers and brings them to one.</source>
      <translation>为多个整数查出各行并合为一行。</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Makes infinite losses zero</source>
      <translation>把无穷大的损失变为零</translation>
    </message>
    <message>
      <source>Makes values near zero zero and leaves the others alone.</source>
      <translation>把接近零的值变为零，其余不变。</translation>
    </message>
    <message>
      <source>Masks random channels while training and keeps mean and variance, for use with SELU.</source>
      <translation>训练时随机屏蔽通道并保持均值和方差，与 SELU 配合使用。</translation>
    </message>
    <message>
      <source>Masks random values while training and keeps mean and variance, for use with SELU.</source>
      <translation>训练时随机屏蔽值并保持均值和方差，与 SELU 配合使用。</translation>
    </message>
    <message>
      <source>Max pooling of a picture with windows of random steps.</source>
      <translation>以随机步长的窗口对图像做最大池化。</translation>
    </message>
    <message>
      <source>Max pooling of a volume with windows of random steps.</source>
      <translation>以随机步长的窗口对体数据做最大池化。</translation>
    </message>
    <message>
      <source>Mean of the differences' sizes.</source>
      <translation>差的绝对值的平均。</translation>
    </message>
    <message>
      <source>Mean of the squared differences.</source>
      <translation>差的平方的平均。</translation>
    </message>
    <message>
      <source>Memory of its square</source>
      <translation>对其平方的记忆</translation>
    </message>
    <message>
      <source>Memory of the gradient</source>
      <translation>对梯度的记忆</translation>
    </message>
    <message>
      <source>Memory of the squared gradient</source>
      <translation>对梯度平方的记忆</translation>
    </message>
    <message>
      <source>Menu for what is there</source>
      <translation>该处内容的菜单</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>合并</translation>
    </message>
    <message>
      <source>Middle</source>
      <translation>中间值</translation>
    </message>
    <message>
      <source>Mirrors a picture at its edges.</source>
      <translation>在图像边缘做镜像。</translation>
    </message>
    <message>
      <source>Mirrors a sequence at its edges.</source>
      <translation>在序列两端做镜像。</translation>
    </message>
    <message>
      <source>Mirrors a volume at its edges.</source>
      <translation>在体数据边缘做镜像。</translation>
    </message>
    <message>
      <source>Mixes the channels of groups with each other.</source>
      <translation>把各组的通道相互混合。</translation>
    </message>
    <message>
      <source>More of torch.nn</source>
      <translation>torch.nn 的更多层</translation>
    </message>
    <message>
      <source>Move a copy</source>
      <translation>移动副本</translation>
    </message>
    <message>
      <source>Move all wires of a port</source>
      <translation>移动端口的所有连线</translation>
    </message>
    <message>
      <source>Move it</source>
      <translation>移动它</translation>
    </message>
    <message>
      <source>Move it with its content</source>
      <translation>连同内容移动</translation>
    </message>
    <message>
      <source>Move without a button</source>
      <translation>不按键移动</translation>
    </message>
    <message>
      <source>Move; Shift: along an axis, Ctrl: freely</source>
      <translation>移动；Shift：沿轴，Ctrl：自由</translation>
    </message>
    <message>
      <source>Moves each value towards zero by lambd, and those nearer to zero.</source>
      <translation>把每个值向零移动 lambd，更接近零的变为零。</translation>
    </message>
    <message>
      <source>Multiplies its inputs, number by number.</source>
      <translation>把各输入逐个数相乘。</translation>
    </message>
    <message>
      <source>Multiplies matrices: rows of the first by columns of the second.</source>
      <translation>矩阵相乘：第一个的行乘第二个的列。</translation>
    </message>
    <message>
      <source>Multiplies negative values by a slope drawn at random while training.</source>
      <translation>训练时把负值乘以随机抽取的斜率。</translation>
    </message>
    <message>
      <source>NLLLoss compares class numbers, and the targets are one-hot</source>
      <translation>NLLLoss 比较类别编号，而目标是独热的</translation>
    </message>
    <message>
      <source>NLLLoss takes log probabilities, and Softmax gives probabilities</source>
      <translation>NLLLoss 接受对数概率，而 Softmax 给出概率</translation>
    </message>
    <message>
      <source>NLLLoss takes log probabilities, as LogSoftmax gives them</source>
      <translation>NLLLoss 接受 LogSoftmax 给出的对数概率</translation>
    </message>
    <message>
      <source>Next: a layer behind the Input</source>
      <translation>下一步：在 Input 之后加一个层</translation>
    </message>
    <message>
      <source>Next: an Input, where a sample enters</source>
      <translation>下一步：加一个 Input，样本由此进入</translation>
    </message>
    <message>
      <source>No Output depends on it</source>
      <translation>没有 Output 依赖它</translation>
    </message>
    <message>
      <source>No layer has weights, so there is nothing to train</source>
      <translation>没有任何层带权重，因此无可训练</translation>
    </message>
    <message>
      <source>Nodes</source>
      <translation>节点</translation>
    </message>
    <message>
      <source>Normalization</source>
      <translation>归一化</translation>
    </message>
    <message>
      <source>Normalizes before each part, not after it</source>
      <translation>在每个部分之前而不是之后归一化</translation>
    </message>
    <message>
      <source>Normalizes each channel of each picture by itself.</source>
      <translation>对每张图像的每个通道单独归一化。</translation>
    </message>
    <message>
      <source>Normalizes each channel of each sequence by itself.</source>
      <translation>对每个序列的每个通道单独归一化。</translation>
    </message>
    <message>
      <source>Normalizes each channel of each volume by itself.</source>
      <translation>对每个体数据的每个通道单独归一化。</translation>
    </message>
    <message>
      <source>Normalizes each channel of pictures over the batch.</source>
      <translation>在整个批次上对图像的每个通道归一化。</translation>
    </message>
    <message>
      <source>Normalizes each channel of volumes over the batch.</source>
      <translation>在整个批次上对体数据的每个通道归一化。</translation>
    </message>
    <message>
      <source>Normalizes each feature or channel over the batch.</source>
      <translation>在整个批次上对每个特征或通道归一化。</translation>
    </message>
    <message>
      <source>Normalizes groups of channels of each sample.</source>
      <translation>对每个样本的通道组归一化。</translation>
    </message>
    <message>
      <source>Normalizes the last dimensions of each sample.</source>
      <translation>对每个样本的最后几个维度归一化。</translation>
    </message>
    <message>
      <source>Nothing comes through {0}, which is bypassed</source>
      <translation>{0} 已旁路，没有内容通过</translation>
    </message>
    <message>
      <source>Nothing is connected to its input</source>
      <translation>它的输入没有连接</translation>
    </message>
    <message>
      <source>Nothing is connected to its input {0}</source>
      <translation>它的输入 {0} 没有连接</translation>
    </message>
    <message>
      <source>Nothing is known by {0}: – there are {1}</source>
      <translation>没有 {0} 这一项——可用的有 {1}</translation>
    </message>
    <message>
      <source>Of {0} steps the rate rises in one; OneCycleLR needs more, or none</source>
      <translation>{0} 步中学习率只上升一步；OneCycleLR 需要多于一步，或者一步也不要</translation>
    </message>
    <message>
      <source>One finger on nothing</source>
      <translation>单指拖动空白处</translation>
    </message>
    <message>
      <source>One sample's new shape; one size may be -1: what is left</source>
      <translation>单个样本的新形状；可有一个大小为 -1：取剩余的</translation>
    </message>
    <message>
      <source>One sample's shape, without the batch</source>
      <translation>单个样本的形状，不含批次</translation>
    </message>
    <message>
      <source>One slope for all, or one for each channel</source>
      <translation>共用一个斜率，或每个通道一个</translation>
    </message>
    <message>
      <source>One step of a GRU.</source>
      <translation>GRU 的一步。</translation>
    </message>
    <message>
      <source>One step of an LSTM.</source>
      <translation>LSTM 的一步。</translation>
    </message>
    <message>
      <source>One step of an RNN.</source>
      <translation>RNN 的一步。</translation>
    </message>
    <message>
      <source>Opened</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Over which dimensions</source>
      <translation>对哪些维度</translation>
    </message>
    <message>
      <source>Pan</source>
      <translation>平移</translation>
    </message>
    <message>
      <source>Pan from where nothing is</source>
      <translation>从空白处平移</translation>
    </message>
    <message>
      <source>Pan over anything</source>
      <translation>在任意处平移</translation>
    </message>
    <message>
      <source>Pan sideways</source>
      <translation>横向平移</translation>
    </message>
    <message>
      <source>Pan; held still, it opens the menu</source>
      <translation>平移；按住不动打开菜单</translation>
    </message>
    <message>
      <source>Picks one place of a dimension, which goes away: the last step of a sequence.</source>
      <translation>取出一个维度中的一个位置，该维度随之消失：例如序列的最后一步。</translation>
    </message>
    <message>
      <source>Pieces of clothing</source>
      <translation>服饰</translation>
    </message>
    <message>
      <source>Pinch</source>
      <translation>双指捏合</translation>
    </message>
    <message>
      <source>Plug it in elsewhere</source>
      <translation>改插到别处</translation>
    </message>
    <message>
      <source>Pooling</source>
      <translation>池化</translation>
    </message>
    <message>
      <source>Pull out of the chain</source>
      <translation>从链中抽出</translation>
    </message>
    <message>
      <source>Pulls weights towards zero</source>
      <translation>把权重拉向零</translation>
    </message>
    <message>
      <source>Pulls weights towards zero (L2)</source>
      <translation>把权重拉向零（L2）</translation>
    </message>
    <message>
      <source>Puts inputs of one shape beside each other along a new dimension.</source>
      <translation>把形状相同的输入沿一个新维度并排堆叠。</translation>
    </message>
    <message>
      <source>Puts sliding blocks together into a picture, adding where they overlap.</source>
      <translation>把滑动的小块拼成图像，重叠处相加。</translation>
    </message>
    <message>
      <source>Puts the dimensions in another order.</source>
      <translation>把维度换一个顺序。</translation>
    </message>
    <message>
      <source>Puts the values of a max pooling back where they were in the picture.</source>
      <translation>把最大池化的值放回图像中原来的位置。</translation>
    </message>
    <message>
      <source>Puts the values of a max pooling back where they were in the sequence.</source>
      <translation>把最大池化的值放回序列中原来的位置。</translation>
    </message>
    <message>
      <source>Puts the values of a max pooling back where they were in the volume.</source>
      <translation>把最大池化的值放回体数据中原来的位置。</translation>
    </message>
    <message>
      <source>Python code</source>
      <translation>Python 代码</translation>
    </message>
    <message>
      <source>Rate at the end</source>
      <translation>结束时的学习率</translation>
    </message>
    <message>
      <source>Reads a sequence step by step with a memory that gates keep, change and forget.</source>
      <translation>逐步读取序列，其记忆由门控保留、更改和遗忘。</translation>
    </message>
    <message>
      <source>Reads a sequence step by step with a memory that two gates keep and change.</source>
      <translation>逐步读取序列，其记忆由两个门保留和更改。</translation>
    </message>
    <message>
      <source>Reads a sequence step by step, remembering one list of numbers.</source>
      <translation>逐步读取序列，记住一列数。</translation>
    </message>
    <message>
      <source>Reads from both ends</source>
      <translation>从两端读取</translation>
    </message>
    <message>
      <source>Recent</source>
      <translation>最近使用</translation>
    </message>
    <message>
      <source>Recurrent</source>
      <translation>循环</translation>
    </message>
    <message>
      <source>Regularization</source>
      <translation>正则化</translation>
    </message>
    <message>
      <source>Remove it</source>
      <translation>移除它</translation>
    </message>
    <message>
      <source>Remove its {0} nodes</source>
      <translation>移除它的 {0} 个节点</translation>
    </message>
    <message>
      <source>Remove {0}</source>
      <translation>移除 {0}</translation>
    </message>
    <message>
      <source>Removed it</source>
      <translation>移除了它</translation>
    </message>
    <message>
      <source>Removed its {0} nodes</source>
      <translation>移除了它的 {0} 个节点</translation>
    </message>
    <message>
      <source>Removed {0}</source>
      <translation>移除了 {0}</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>重命名</translation>
    </message>
    <message>
      <source>Repeats the edge of a picture.</source>
      <translation>重复图像的边缘。</translation>
    </message>
    <message>
      <source>Repeats the edge of a volume.</source>
      <translation>重复体数据的边缘。</translation>
    </message>
    <message>
      <source>Repeats the first and last value of a sequence.</source>
      <translation>重复序列的第一个和最后一个值。</translation>
    </message>
    <message>
      <source>Replace {0} by {1}</source>
      <translation>用 {1} 替换 {0}</translation>
    </message>
    <message>
      <source>Replaced {0} by {1}</source>
      <translation>用 {1} 替换了 {0}</translation>
    </message>
    <message>
      <source>Replaces values that are not above a threshold.</source>
      <translation>替换不高于阈值的值。</translation>
    </message>
    <message>
      <source>Resize</source>
      <translation>调整大小</translation>
    </message>
    <message>
      <source>Rows longer than this are shortened to it</source>
      <translation>比这更长的行缩短到此长度</translation>
    </message>
    <message>
      <source>Samples in one step</source>
      <translation>一步中的样本数</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Scores a predicted mean and variance against a target.</source>
      <translation>按目标评价预测的均值和方差。</translation>
    </message>
    <message>
      <source>Scores a predicted rate against counts.</source>
      <translation>按计数评价预测的发生率。</translation>
    </message>
    <message>
      <source>Scores a sequence against a shorter one whose places are not known.</source>
      <translation>按位置未知的较短序列评价一个序列。</translation>
    </message>
    <message>
      <source>Search what fits</source>
      <translation>搜索适合的层</translation>
    </message>
    <message>
      <source>Search what fits; Shift: a menu of it</source>
      <translation>搜索适合的层；Shift：菜单</translation>
    </message>
    <message>
      <source>Second click on a name</source>
      <translation>再次点击名称</translation>
    </message>
    <message>
      <source>Select wires with a rectangle</source>
      <translation>框选连线</translation>
    </message>
    <message>
      <source>Select with a rectangle</source>
      <translation>框选</translation>
    </message>
    <message>
      <source>Select, move or wire what is there</source>
      <translation>选择、移动或连接该处的对象</translation>
    </message>
    <message>
      <source>Select, or no longer</source>
      <translation>选择或取消选择</translation>
    </message>
    <message>
      <source>Selecting</source>
      <translation>选择</translation>
    </message>
    <message>
      <source>Self attention and two linear layers, each with a residual and a normalization.</source>
      <translation>自注意力和两个线性层，各带残差和归一化。</translation>
    </message>
    <message>
      <source>Self attention, attention to a memory, and two linear layers.</source>
      <translation>自注意力、对记忆的注意力以及两个线性层。</translation>
    </message>
    <message>
      <source>Set {0} as {1}</source>
      <translation>把 {0} 设为与 {1} 相同</translation>
    </message>
    <message>
      <source>Set {0} to {1}</source>
      <translation>把 {0} 设为 {1}</translation>
    </message>
    <message>
      <source>Shake</source>
      <translation>摇动</translation>
    </message>
    <message>
      <source>Shape</source>
      <translation>形状</translation>
    </message>
    <message>
      <source>Share of certainty taken from the right class</source>
      <translation>从正确类别取走的确定性份额</translation>
    </message>
    <message>
      <source>Share of the run spent rising</source>
      <translation>运行中用于上升的份额</translation>
    </message>
    <message>
      <source>Share of zeros in a column</source>
      <translation>一列中零的份额</translation>
    </message>
    <message>
      <source>Shift, let a wire go</source>
      <translation>按住 Shift 松开连线</translation>
    </message>
    <message>
      <source>Shortens what is answered to so many numbers; 0: not</source>
      <translation>把输出缩短到这么多个数；0：不缩短</translation>
    </message>
    <message>
      <source>Show all, {0} more</source>
      <translation>显示全部，还有 {0} 个</translation>
    </message>
    <message>
      <source>Sigmoid and binary cross-entropy in one, without losing digits.</source>
      <translation>sigmoid 与二元交叉熵合为一体，不损失精度。</translation>
    </message>
    <message>
      <source>Size of each filter</source>
      <translation>每个卷积核的大小</translation>
    </message>
    <message>
      <source>Size of the window</source>
      <translation>窗口的大小</translation>
    </message>
    <message>
      <source>Size that comes out</source>
      <translation>输出的尺寸</translation>
    </message>
    <message>
      <source>Size that comes out, as a part of the input's</source>
      <translation>输出的尺寸，占输入的比例</translation>
    </message>
    <message>
      <source>Size that comes out, or how many neighbours count</source>
      <translation>输出的尺寸，或计入多少相邻通道</translation>
    </message>
    <message>
      <source>Slides learned filters along a sequence.</source>
      <translation>用可学习的卷积核沿序列滑动。</translation>
    </message>
    <message>
      <source>Slides learned filters over a picture.</source>
      <translation>用可学习的卷积核在图像上滑动。</translation>
    </message>
    <message>
      <source>Slides learned filters through a volume.</source>
      <translation>用可学习的卷积核在体数据中滑动。</translation>
    </message>
    <message>
      <source>Slope of the leaky ReLU that follows</source>
      <translation>后面的 leaky ReLU 的斜率</translation>
    </message>
    <message>
      <source>Small photographs</source>
      <translation>小照片</translation>
    </message>
    <message>
      <source>Smallest</source>
      <translation>最小值</translation>
    </message>
    <message>
      <source>Softmax and negative log-likelihood of the right class in one.</source>
      <translation>softmax 与正确类别的负对数似然合为一体。</translation>
    </message>
    <message>
      <source>Space and drag</source>
      <translation>空格加拖动</translation>
    </message>
    <message>
      <source>Splits a dimension in halves and weighs the first by the sigmoid of the second.</source>
      <translation>把一个维度对半分开，前一半按后一半的 sigmoid 加权。</translation>
    </message>
    <message>
      <source>Splits one dimension into several.</source>
      <translation>把一个维度拆成多个。</translation>
    </message>
    <message>
      <source>Spread</source>
      <translation>离散程度</translation>
    </message>
    <message>
      <source>Squared error below beta, absolute error above it.</source>
      <translation>beta 以下为平方误差，以上为绝对误差。</translation>
    </message>
    <message>
      <source>Squared error near zero, absolute error beyond delta.</source>
      <translation>接近零处为平方误差，超过 delta 为绝对误差。</translation>
    </message>
    <message>
      <source>Squared near zero, straight beyond `beta`.</source>
      <translation>接近零处为平方，超过 `beta` 为直线。</translation>
    </message>
    <message>
      <source>Squeezes values between -1 and 1.</source>
      <translation>把值压到 -1 与 1 之间。</translation>
    </message>
    <message>
      <source>Squeezes values between 0 and 1.</source>
      <translation>把值压到 0 与 1 之间。</translation>
    </message>
    <message>
      <source>Steps divided by the running size of the gradient.</source>
      <translation>步长除以梯度大小的滑动平均。</translation>
    </message>
    <message>
      <source>Steps scaled by each weight's own gradient history.</source>
      <translation>按每个权重自身的梯度历史缩放步长。</translation>
    </message>
    <message>
      <source>Stochastic gradient descent.</source>
      <translation>随机梯度下降。</translation>
    </message>
    <message>
      <source>Switch the wire from {0} on</source>
      <translation>启用来自 {0} 的连线</translation>
    </message>
    <message>
      <source>Switch {0} on</source>
      <translation>启用 {0}</translation>
    </message>
    <message>
      <source>Switched the wire from {0} on</source>
      <translation>启用了来自 {0} 的连线</translation>
    </message>
    <message>
      <source>Switched {0} on</source>
      <translation>启用了 {0}</translation>
    </message>
    <message>
      <source>Take batches of {0}</source>
      <translation>批大小改为 {0}</translation>
    </message>
    <message>
      <source>Take out of what is selected</source>
      <translation>从所选中去掉</translation>
    </message>
    <message>
      <source>Take wires away</source>
      <translation>去掉连线</translation>
    </message>
    <message>
      <source>Takes each value's tanh away from it.</source>
      <translation>从每个值中减去它的 tanh。</translation>
    </message>
    <message>
      <source>Takes means along a sequence so that a given length comes out.</source>
      <translation>沿序列取平均，得到给定的长度。</translation>
    </message>
    <message>
      <source>Takes means over a picture so that a given size comes out.</source>
      <translation>对图像取平均，得到给定的尺寸。</translation>
    </message>
    <message>
      <source>Takes means over a volume so that a given size comes out.</source>
      <translation>对体数据取平均，得到给定的尺寸。</translation>
    </message>
    <message>
      <source>Takes the mean of each window along a sequence.</source>
      <translation>沿序列取每个窗口的平均值。</translation>
    </message>
    <message>
      <source>Takes the mean of each window of a picture.</source>
      <translation>取图像每个窗口的平均值。</translation>
    </message>
    <message>
      <source>Takes the mean of each window of a volume.</source>
      <translation>取体数据每个窗口的平均值。</translation>
    </message>
    <message>
      <source>Takes the mean over one dimension or several, which go away.</source>
      <translation>对一个或多个维度取平均，这些维度随之消失。</translation>
    </message>
    <message>
      <source>Takes the nearer of anchor and positive to compare with</source>
      <translation>取锚点与正样本中较近者作比较</translation>
    </message>
    <message>
      <source>Takes the p-norm of each window along a sequence.</source>
      <translation>沿序列取每个窗口的 p 范数。</translation>
    </message>
    <message>
      <source>Takes the p-norm of each window of a picture.</source>
      <translation>取图像每个窗口的 p 范数。</translation>
    </message>
    <message>
      <source>Takes the p-norm of each window of a volume.</source>
      <translation>取体数据每个窗口的 p 范数。</translation>
    </message>
    <message>
      <source>Takes the second input away from the first, number by number.</source>
      <translation>从第一个输入中逐个数减去第二个。</translation>
    </message>
    <message>
      <source>Ten measures of 442 patients and how the illness went on</source>
      <translation>442 名患者的十项指标，以及病情的发展</translation>
    </message>
    <message>
      <source>The 8×8 digits enlarged to MNIST's size</source>
      <translation>把 8×8 的数字放大到 MNIST 的尺寸</translation>
    </message>
    <message>
      <source>The activation that follows</source>
      <translation>后面的激活函数</translation>
    </message>
    <message>
      <source>The canvas is empty: add a layer first</source>
      <translation>画布是空的：请先添加一层</translation>
    </message>
    <message>
      <source>The class that stands for nothing</source>
      <translation>表示空的类别</translation>
    </message>
    <message>
      <source>The clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>The cosine of the angle between two inputs.</source>
      <translation>两个输入夹角的余弦。</translation>
    </message>
    <message>
      <source>The data set</source>
      <translation>数据集</translation>
    </message>
    <message>
      <source>The distance between two inputs.</source>
      <translation>两个输入之间的距离。</translation>
    </message>
    <message>
      <source>The inputs have different {0}: {1}</source>
      <translation>各输入的{0}不同：{1}</translation>
    </message>
    <message>
      <source>The largest slope drawn</source>
      <translation>抽取的最大斜率</translation>
    </message>
    <message>
      <source>The logarithm of the sigmoid, computed without losing digits.</source>
      <translation>sigmoid 的对数，计算时不损失精度。</translation>
    </message>
    <message>
      <source>The logarithm of the softmax, as the NLL loss wants it.</source>
      <translation>softmax 的对数，正是 NLL 损失需要的。</translation>
    </message>
    <message>
      <source>The loss is {0} since step {1:,}</source>
      <translation>从第 {1:,} 步起损失为 {0}</translation>
    </message>
    <message>
      <source>The lower bound</source>
      <translation>下界</translation>
    </message>
    <message>
      <source>The mean absolute error.</source>
      <translation>平均绝对误差。</translation>
    </message>
    <message>
      <source>The mean squared error.</source>
      <translation>均方误差。</translation>
    </message>
    <message>
      <source>The name in the code</source>
      <translation>代码中的名称</translation>
    </message>
    <message>
      <source>The negative log-likelihood of the right class; takes log-probabilities.</source>
      <translation>正确类别的负对数似然；接受对数概率。</translation>
    </message>
    <message>
      <source>The network has changed since the run in {0}. Resume it with {1}, which holds the network as it was.</source>
      <translation>自 {0} 中的运行以来网络已更改。请用 {1} 继续，其中保存着当时的网络。</translation>
    </message>
    <message>
      <source>The network has no Output: add one and wire the result to it</source>
      <translation>网络没有 Output：请添加一个并把结果连到它</translation>
    </message>
    <message>
      <source>The number whose row stays zero</source>
      <translation>其行保持为零的数</translation>
    </message>
    <message>
      <source>The old dimension at each new place; 0 is the batch</source>
      <translation>每个新位置上原来的维度；0 是批次</translation>
    </message>
    <message>
      <source>The rate falls along half a cosine, step by step, to `eta_min` at the end of the run.</source>
      <translation>学习率逐步沿半个余弦下降，运行结束时到 `eta_min`。</translation>
    </message>
    <message>
      <source>The rate is multiplied by `gamma` every `step_size` epochs.</source>
      <translation>每 `step_size` 轮学习率乘以 `gamma`。</translation>
    </message>
    <message>
      <source>The rate rises to the optimizer's, then falls to almost nothing, step by step.</source>
      <translation>学习率逐步升到优化器的值，再降到几乎为零。</translation>
    </message>
    <message>
      <source>The run broke off: {0}</source>
      <translation>运行中断：{0}</translation>
    </message>
    <message>
      <source>The run in {0} has trained {1} epochs already, so it can't end after {2}.</source>
      <translation>{0} 中的运行已训练 {1} 轮，不能在第 {2} 轮后结束。</translation>
    </message>
    <message>
      <source>The run in {0} still goes on elsewhere. Stop it there first.</source>
      <translation>{0} 中的训练仍在别处进行。请先在那里停止它。</translation>
    </message>
    <message>
      <source>The same rate throughout.</source>
      <translation>学习率始终不变。</translation>
    </message>
    <message>
      <source>The sizes it becomes; one may be -1: what is left</source>
      <translation>变成的各个大小；可有一个为 -1：取剩余的</translation>
    </message>
    <message>
      <source>The slope that training starts from</source>
      <translation>训练起始的斜率</translation>
    </message>
    <message>
      <source>The smallest slope drawn</source>
      <translation>抽取的最小斜率</translation>
    </message>
    <message>
      <source>The target is the input itself</source>
      <translation>目标就是输入本身</translation>
    </message>
    <message>
      <source>The training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>The upper bound, above the lower one</source>
      <translation>上界，高于下界</translation>
    </message>
    <message>
      <source>The value</source>
      <translation>值</translation>
    </message>
    <message>
      <source>The wire from {0} is disabled</source>
      <translation>来自 {0} 的连线已禁用</translation>
    </message>
    <message>
      <source>The wire from {0} to {1} has no source here</source>
      <translation>从 {0} 到 {1} 的连线在这里没有源头</translation>
    </message>
    <message>
      <source>There is no Input for a sample to enter</source>
      <translation>没有供样本进入的 Input</translation>
    </message>
    <message>
      <source>There is no Output for the answer to leave</source>
      <translation>没有供结果输出的 Output</translation>
    </message>
    <message>
      <source>There is no node {0} to share weights with</source>
      <translation>没有可共享权重的节点 {0}</translation>
    </message>
    <message>
      <source>There is no {0} device here, or this torch was built without it. Choose auto or cpu.</source>
      <translation>这里没有 {0} 设备，或此 torch 不支持它。请选择 auto 或 cpu。</translation>
    </message>
    <message>
      <source>There is not enough memory for batches of {0:,}. Choose a smaller batch size or network.</source>
      <translation>内存不足以容纳大小为 {0:,} 的批次。请选择更小的批大小或网络。</translation>
    </message>
    <message>
      <source>This version has no layer {0}</source>
      <translation>此版本没有层 {0}</translation>
    </message>
    <message>
      <source>Took batches of {0}</source>
      <translation>批大小已改为 {0}</translation>
    </message>
    <message>
      <source>Train on {0}</source>
      <translation>用 {0} 训练</translation>
    </message>
    <message>
      <source>Training takes one {0}, and {1} is one already</source>
      <translation>训练只用一个 {0}，而 {1} 已经是了</translation>
    </message>
    <message>
      <source>Turns values into shares that are positive and add up to 1.</source>
      <translation>把值变为正的份额，总和为 1。</translation>
    </message>
    <message>
      <source>Two interleaved half circles</source>
      <translation>两个交错的半圆</translation>
    </message>
    <message>
      <source>Two spirals, one in the other</source>
      <translation>两条相互缠绕的螺线</translation>
    </message>
    <message>
      <source>Type or change it; Shift: fine, Ctrl: coarse</source>
      <translation>输入或更改；Shift：细，Ctrl：粗</translation>
    </message>
    <message>
      <source>Type the letters of two ports</source>
      <translation>输入两个端口的字母</translation>
    </message>
    <message>
      <source>Use MSELoss</source>
      <translation>使用 MSELoss</translation>
    </message>
    <message>
      <source>Use NLLLoss</source>
      <translation>使用 NLLLoss</translation>
    </message>
    <message>
      <source>Use cross-entropy</source>
      <translation>使用交叉熵</translation>
    </message>
    <message>
      <source>Use {0}</source>
      <translation>使用 {0}</translation>
    </message>
    <message>
      <source>Use {0} instead</source>
      <translation>改用 {0}</translation>
    </message>
    <message>
      <source>Used MSELoss</source>
      <translation>使用了 MSELoss</translation>
    </message>
    <message>
      <source>Used NLLLoss</source>
      <translation>使用了 NLLLoss</translation>
    </message>
    <message>
      <source>Used cross-entropy</source>
      <translation>使用了交叉熵</translation>
    </message>
    <message>
      <source>Used {0}</source>
      <translation>使用了 {0}</translation>
    </message>
    <message>
      <source>Used {0} instead</source>
      <translation>改用了 {0}</translation>
    </message>
    <message>
      <source>View after</source>
      <translation>后一个视图</translation>
    </message>
    <message>
      <source>View before</source>
      <translation>前一个视图</translation>
    </message>
    <message>
      <source>Wants an anchor nearer to its like than to others by a margin.</source>
      <translation>要求锚点离同类比离异类近一个间隔。</translation>
    </message>
    <message>
      <source>Wants an anchor nearer to its like than to others.</source>
      <translation>要求锚点离同类比离异类近。</translation>
    </message>
    <message>
      <source>Wants one input to rank above the other by a margin.</source>
      <translation>要求一个输入的排名比另一个高一个间隔。</translation>
    </message>
    <message>
      <source>Wants the right class to lead the others by a margin.</source>
      <translation>要求正确类别领先其他类别一个间隔。</translation>
    </message>
    <message>
      <source>Wants the right classes to lead all others by a margin.</source>
      <translation>要求各正确类别都领先其他类别一个间隔。</translation>
    </message>
    <message>
      <source>Weighs each value by how likely a normal number lies below it.</source>
      <translation>按正态随机数低于该值的概率给每个值加权。</translation>
    </message>
    <message>
      <source>Weighs each value by its sigmoid; also called swish.</source>
      <translation>按 sigmoid 给每个值加权；也叫 swish。</translation>
    </message>
    <message>
      <source>Weighs each value by the tanh of its softplus.</source>
      <translation>按 softplus 的 tanh 给每个值加权。</translation>
    </message>
    <message>
      <source>Weighs every input feature for every output feature and adds a bias.</source>
      <translation>对输入特征加权求和并加上偏置，得到每个输出特征。</translation>
    </message>
    <message>
      <source>Weighs every pair of features from two inputs and adds a bias.</source>
      <translation>对两个输入的每对特征加权求和并加上偏置。</translation>
    </message>
    <message>
      <source>What a value must be above to pass</source>
      <translation>值须高于此数才能通过</translation>
    </message>
    <message>
      <source>What bends the values</source>
      <translation>用什么函数弯折值</translation>
    </message>
    <message>
      <source>What bends the values at each step</source>
      <translation>每一步用什么函数弯折值</translation>
    </message>
    <message>
      <source>What bends the values between the linear layers</source>
      <translation>线性层之间用什么函数弯折值</translation>
    </message>
    <message>
      <source>What bends the values between them</source>
      <translation>它们之间用什么函数弯折值</translation>
    </message>
    <message>
      <source>What feeds it, {0}, is disabled</source>
      <translation>供给它的 {0} 已禁用</translation>
    </message>
    <message>
      <source>What is added</source>
      <translation>填充什么值</translation>
    </message>
    <message>
      <source>What is done with the losses of a batch</source>
      <translation>如何处理一个批次的各个损失</translation>
    </message>
    <message>
      <source>What is not saved could not be recovered after a crash: {0}</source>
      <translation>崩溃后将无法恢复未保存的内容：{0}</translation>
    </message>
    <message>
      <source>What its numbers are: int64 for words</source>
      <translation>数的类型：文字用 int64</translation>
    </message>
    <message>
      <source>What negative values are multiplied by</source>
      <translation>负值乘以多少</translation>
    </message>
    <message>
      <source>What the added edge is filled with</source>
      <translation>填充边缘所用的值</translation>
    </message>
    <message>
      <source>What the network answers.</source>
      <translation>网络的输出。</translation>
    </message>
    <message>
      <source>What the others become</source>
      <translation>其余的值变为多少</translation>
    </message>
    <message>
      <source>What the output is compared with</source>
      <translation>输出与什么比较</translation>
    </message>
    <message>
      <source>Wheel</source>
      <translation>滚轮</translation>
    </message>
    <message>
      <source>Where a sample enters the network; its shape is one sample's, the batch comes before it.</source>
      <translation>样本进入网络的地方；形状是单个样本的，批次维在它之前。</translation>
    </message>
    <message>
      <source>Where each cluster of rarer classes begins, rising</source>
      <translation>各个少见类别簇的起点，递增</translation>
    </message>
    <message>
      <source>Where it is computed</source>
      <translation>在哪里计算</translation>
    </message>
    <message>
      <source>Where it turns from squared to straight</source>
      <translation>从平方变为直线的位置</translation>
    </message>
    <message>
      <source>Where one formula goes over into the other</source>
      <translation>一个公式过渡到另一个的位置</translation>
    </message>
    <message>
      <source>Where random numbers begin</source>
      <translation>随机数的种子</translation>
    </message>
    <message>
      <source>Where squared error goes over into absolute error</source>
      <translation>平方误差过渡到绝对误差的位置</translation>
    </message>
    <message>
      <source>Where the new dimension stands</source>
      <translation>新维度的位置</translation>
    </message>
    <message>
      <source>Whether a faster formula stands in</source>
      <translation>是否改用更快的公式</translation>
    </message>
    <message>
      <source>Whether the batch comes before the steps</source>
      <translation>批次是否在步之前</translation>
    </message>
    <message>
      <source>Whether the corners of input and output lie on each other</source>
      <translation>输入和输出的角点是否对齐</translation>
    </message>
    <message>
      <source>Whether the input is the logarithm of the rate</source>
      <translation>输入是否为发生率的对数</translation>
    </message>
    <message>
      <source>Whether the target is given as logarithms</source>
      <translation>目标是否以对数给出</translation>
    </message>
    <message>
      <source>Which dimension</source>
      <translation>哪个维度</translation>
    </message>
    <message>
      <source>Which dimension is cut</source>
      <translation>切开哪个维度</translation>
    </message>
    <message>
      <source>Which dimension is dropped</source>
      <translation>去掉哪个维度</translation>
    </message>
    <message>
      <source>Which dimension is halved</source>
      <translation>对半分开哪个维度</translation>
    </message>
    <message>
      <source>Which dimension is split</source>
      <translation>拆分哪个维度</translation>
    </message>
    <message>
      <source>Which p of the p-norm</source>
      <translation>p 范数的 p</translation>
    </message>
    <message>
      <source>Which p-norm measures a row for max_norm</source>
      <translation>max_norm 用哪个 p 范数度量一行</translation>
    </message>
    <message>
      <source>Which place; negative counts from the end</source>
      <translation>哪个位置；负数从末尾数起</translation>
    </message>
    <message>
      <source>Which way is kept even</source>
      <translation>哪个方向保持均衡</translation>
    </message>
    <message>
      <source>Wire</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>Wire from a port that has one</source>
      <translation>从已有连线的端口再拉一条</translation>
    </message>
    <message>
      <source>Wires</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>Zeroes random channels of pictures while training.</source>
      <translation>训练时随机把图像的通道置零。</translation>
    </message>
    <message>
      <source>Zeroes random channels of sequences while training.</source>
      <translation>训练时随机把序列的通道置零。</translation>
    </message>
    <message>
      <source>Zeroes random channels of volumes while training.</source>
      <translation>训练时随机把体数据的通道置零。</translation>
    </message>
    <message>
      <source>Zeroes random values while training.</source>
      <translation>训练时随机把值置零。</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Zoom at the pointer</source>
      <translation>在指针处缩放</translation>
    </message>
    <message>
      <source>Zoom at the pointer; two fingers pan</source>
      <translation>在指针处缩放；双指平移</translation>
    </message>
    <message>
      <source>a Keras model</source>
      <translation>Keras 模型</translation>
    </message>
    <message>
      <source>a PyTorch file</source>
      <translation>PyTorch 文件</translation>
    </message>
    <message>
      <source>a class for each row (batch)</source>
      <translation>每行一个类别 (batch)</translation>
    </message>
    <message>
      <source>a dim from {0} to {1}</source>
      <translation>从 {0} 到 {1} 的 dim</translation>
    </message>
    <message>
      <source>a dimension</source>
      <translation>一个维度</translation>
    </message>
    <message>
      <source>a file of weights</source>
      <translation>权重文件</translation>
    </message>
    <message>
      <source>a kernel of {0}</source>
      <translation>大小为 {0} 的核</translation>
    </message>
    <message>
      <source>a larger input, as padding {0} cuts all of it away</source>
      <translation>更大的输入，因为填充 {0} 会把它全部裁掉</translation>
    </message>
    <message>
      <source>a layer of the vocabulary</source>
      <translation>已有的层</translation>
    </message>
    <message>
      <source>a layer with a {0} of its own</source>
      <translation>自带 {0} 的层</translation>
    </message>
    <message>
      <source>a layer with weights</source>
      <translation>带权重的层</translation>
    </message>
    <message>
      <source>a list of whole numbers</source>
      <translation>一列整数</translation>
    </message>
    <message>
      <source>a max_val above {0:g}</source>
      <translation>大于 {0:g} 的 max_val</translation>
    </message>
    <message>
      <source>a momentum above 0</source>
      <translation>大于 0 的 momentum</translation>
    </message>
    <message>
      <source>a node that is used</source>
      <translation>被使用的节点</translation>
    </message>
    <message>
      <source>a notebook</source>
      <translation>笔记本（notebook）</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>一个数</translation>
    </message>
    <message>
      <source>a number from 0 to below 1</source>
      <translation>从 0 到小于 1 的数</translation>
    </message>
    <message>
      <source>a padding of at most half the window ({0})</source>
      <translation>不超过窗口一半的填充 ({0})</translation>
    </message>
    <message>
      <source>a padding_idx from {0} to {1}</source>
      <translation>从 {0} 到 {1} 的 padding_idx</translation>
    </message>
    <message>
      <source>a part of the recipe</source>
      <translation>训练配置的一部分</translation>
    </message>
    <message>
      <source>a place {0} in dim {1}</source>
      <translation>维度 {1} 中的位置 {0}</translation>
    </message>
    <message>
      <source>a proj_size below the hidden_size of {0}</source>
      <translation>小于 hidden_size（{0}）的 proj_size</translation>
    </message>
    <message>
      <source>a size in dim {0} that can be cut into {1}</source>
      <translation>维度 {0} 的大小能切成 {1} 份</translation>
    </message>
    <message>
      <source>a size of 1 in dim {0}</source>
      <translation>维度 {0} 的大小为 1</translation>
    </message>
    <message>
      <source>a size that {0} can hold, not {1}</source>
      <translation>{0} 能容纳的大小，而不是 {1}</translation>
    </message>
    <message>
      <source>a start_dim ({0}) that comes before end_dim ({1})</source>
      <translation>start_dim ({0}) 在 end_dim ({1}) 之前</translation>
    </message>
    <message>
      <source>a stride of 1 for padding "same"</source>
      <translation>填充为 "same" 时步幅为 1</translation>
    </message>
    <message>
      <source>a stride of {0}</source>
      <translation>步幅 {0}</translation>
    </message>
    <message>
      <source>a variance for each number of input ({0}), or for each row</source>
      <translation>输入 ({0}) 的每个数或每行各一个方差</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>一个整数</translation>
    </message>
    <message>
      <source>a whole number below {0}</source>
      <translation>小于 {0} 的整数</translation>
    </message>
    <message>
      <source>a whole number or {0} of them</source>
      <translation>一个整数或 {0} 个整数</translation>
    </message>
    <message>
      <source>a window of {0}</source>
      <translation>大小为 {0} 的窗口</translation>
    </message>
    <message>
      <source>a wire into {0}</source>
      <translation>连入 {0} 的线</translation>
    </message>
    <message>
      <source>a {0} for {1}</source>
      <translation>{1}要求{0}</translation>
    </message>
    <message>
      <source>an Input</source>
      <translation>一个 Input</translation>
    </message>
    <message>
      <source>an ONNX model</source>
      <translation>ONNX 模型</translation>
    </message>
    <message>
      <source>an Output</source>
      <translation>一个 Output</translation>
    </message>
    <message>
      <source>an activation</source>
      <translation>一个激活层</translation>
    </message>
    <message>
      <source>an alpha other than zero</source>
      <translation>不为零的 alpha</translation>
    </message>
    <message>
      <source>an even size in dim {0}</source>
      <translation>维度 {0} 的大小为偶数</translation>
    </message>
    <message>
      <source>an id is one line of at most 200 letters</source>
      <translation>id 是一行文字，至多 200 个字符</translation>
    </message>
    <message>
      <source>an output_padding smaller than the stride or the dilation</source>
      <translation>小于步幅或扩张的 output_padding</translation>
    </message>
    <message>
      <source>an upper slope of at least {0:g}</source>
      <translation>至少为 {0:g} 的上限斜率</translation>
    </message>
    <message>
      <source>another node</source>
      <translation>另一个节点</translation>
    </message>
    <message>
      <source>another share of the run spent rising</source>
      <translation>运行中用于上升的份额取别的值</translation>
    </message>
    <message>
      <source>as many steps as key ({0})</source>
      <translation>与 key ({0}) 相同的步数</translation>
    </message>
    <message>
      <source>at least one dimension</source>
      <translation>至少一个维度</translation>
    </message>
    <message>
      <source>at least {0}</source>
      <translation>至少{0}</translation>
    </message>
    <message>
      <source>at least {0} before it</source>
      <translation>它之前至少{0}</translation>
    </message>
    <message>
      <source>at least {0} for dim {1}</source>
      <translation>对 dim {1} 至少{0}</translation>
    </message>
    <message>
      <source>at most one dimension that depends on the batch among those joined</source>
      <translation>合并的维度中至多一个依赖批次</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>批次</translation>
    </message>
    <message>
      <source>batch × features</source>
      <translation>批次 × 特征</translation>
    </message>
    <message>
      <source>batch × places</source>
      <translation>批次 × 位置</translation>
    </message>
    <message>
      <source>batch × steps</source>
      <translation>批次 × 步</translation>
    </message>
    <message>
      <source>batch_size</source>
      <translation>批大小</translation>
    </message>
    <message>
      <source>broke off after {0:,} bytes: {1}</source>
      <translation>在 {0:,} 字节后中断：{1}</translation>
    </message>
    <message>
      <source>broke off after {0:,} of {1:,} bytes</source>
      <translation>在 {1:,} 字节中的 {0:,} 字节后中断</translation>
    </message>
    <message>
      <source>can't be read: {0}</source>
      <translation>无法读取：{0}</translation>
    </message>
    <message>
      <source>can't be saved: {0}; what was there before is unchanged</source>
      <translation>无法保存：{0}；原有内容未变</translation>
    </message>
    <message>
      <source>can't take {0}: {1}</source>
      <translation>无法接受 {0}：{1}</translation>
    </message>
    <message>
      <source>channels</source>
      <translation>通道</translation>
    </message>
    <message>
      <source>channels after the batch (batch × channels × ...)</source>
      <translation>批次之后的通道 (批次 × 通道 × ...)</translation>
    </message>
    <message>
      <source>channels and sizes</source>
      <translation>通道和尺寸</translation>
    </message>
    <message>
      <source>channels and sizes that don't depend on the batch</source>
      <translation>不依赖批次的通道和尺寸</translation>
    </message>
    <message>
      <source>channels that {0} groups divide</source>
      <translation>能被 {0} 组整除的通道数</translation>
    </message>
    <message>
      <source>class numbers</source>
      <translation>类别编号</translation>
    </message>
    <message>
      <source>classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>classes as the target</source>
      <translation>以类别为目标</translation>
    </message>
    <message>
      <source>convolution</source>
      <translation>卷积</translation>
    </message>
    <message>
      <source>data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>decimal numbers (float32)</source>
      <translation>小数 (float32)</translation>
    </message>
    <message>
      <source>depth</source>
      <translation>深度</translation>
    </message>
    <message>
      <source>device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>did not answer: {0}</source>
      <translation>没有响应：{0}</translation>
    </message>
    <message>
      <source>each dimension named once</source>
      <translation>每个维度只出现一次</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>训练轮数</translation>
    </message>
    <message>
      <source>features</source>
      <translation>特征</translation>
    </message>
    <message>
      <source>features (batch × features)</source>
      <translation>特征 (批次 × 特征)</translation>
    </message>
    <message>
      <source>features in the last dimension (batch × features)</source>
      <translation>最后一个维度为特征 (批次 × 特征)</translation>
    </message>
    <message>
      <source>features that {0} heads divide</source>
      <translation>能被 {0} 个头整除的特征数</translation>
    </message>
    <message>
      <source>fewer than {0} numbers in a tensor</source>
      <translation>一个张量中少于 {0} 个数</translation>
    </message>
    <message>
      <source>gave a damaged file: its checksum is not the known one</source>
      <translation>给出的文件已损坏：校验和与已知的不符</translation>
    </message>
    <message>
      <source>height</source>
      <translation>高度</translation>
    </message>
    <message>
      <source>holds a number that can't be read: {0}</source>
      <translation>含有无法读取的数：{0}</translation>
    </message>
    <message>
      <source>holds half of a letter, which is no text</source>
      <translation>含有半个字符，不是文本</translation>
    </message>
    <message>
      <source>holds no drawing that can be recovered</source>
      <translation>不含可恢复的图</translation>
    </message>
    <message>
      <source>holds no nodes; copy some first</source>
      <translation>不含节点；请先复制一些</translation>
    </message>
    <message>
      <source>holds {0}, at most {1} are pasted</source>
      <translation>含有 {0}，最多粘贴 {1} 百万</translation>
    </message>
    <message>
      <source>infinite</source>
      <translation>无穷大</translation>
    </message>
    <message>
      <source>inputs equal in all but dim {0}</source>
      <translation>除维度 {0} 外都相等的输入</translation>
    </message>
    <message>
      <source>inputs of one shape</source>
      <translation>形状相同的输入</translation>
    </message>
    <message>
      <source>inputs of one shape, or with sizes of 1 to repeat</source>
      <translation>形状相同的输入，或大小为 1 可重复的输入</translation>
    </message>
    <message>
      <source>inputs that all have the batch in dim {0}</source>
      <translation>批次都在维度 {0} 的输入</translation>
    </message>
    <message>
      <source>inputs with equally many dimensions</source>
      <translation>维度数相同的输入</translation>
    </message>
    <message>
      <source>is damaged: {0}</source>
      <translation>已损坏：{0}</translation>
    </message>
    <message>
      <source>is missing</source>
      <translation>缺失</translation>
    </message>
    <message>
      <source>is neither "weight" nor "bias"</source>
      <translation>既不是 "weight" 也不是 "bias"</translation>
    </message>
    <message>
      <source>is not JSON: {0}</source>
      <translation>不是 JSON：{0}</translation>
    </message>
    <message>
      <source>is not a drawing: it is not text in UTF-8</source>
      <translation>不是图：不是 UTF-8 文本</translation>
    </message>
    <message>
      <source>is not a drawing: it needs an object with a field "nodegraph"</source>
      <translation>不是图：需要带 "nodegraph" 字段的对象</translation>
    </message>
    <message>
      <source>is not a drawing: its brackets are nested too deeply</source>
      <translation>不是图：括号嵌套过深</translation>
    </message>
    <message>
      <source>is not a field of a drawing</source>
      <translation>不是图的字段</translation>
    </message>
    <message>
      <source>is not a field of a node</source>
      <translation>不是节点的字段</translation>
    </message>
    <message>
      <source>is not a field of this</source>
      <translation>不是这里的字段</translation>
    </message>
    <message>
      <source>is not a journal that this version reads</source>
      <translation>不是此版本能读取的日志</translation>
    </message>
    <message>
      <source>is not one of {0}</source>
      <translation>不是 {0} 之一</translation>
    </message>
    <message>
      <source>is of version {0} and this program reads up to {1}; update nodegraph</source>
      <translation>版本为 {0}，而本程序最多读取到 {1}；请更新 nodegraph</translation>
    </message>
    <message>
      <source>is {0}; importing one comes in a later version. Until then, draw it in the editor.</source>
      <translation>是{0}；导入功能将在以后的版本中提供。在此之前，请在编辑器中绘制。</translation>
    </message>
    <message>
      <source>it has none</source>
      <translation>它没有任何设置</translation>
    </message>
    <message>
      <source>it has {0}</source>
      <translation>它有 {0}</translation>
    </message>
    <message>
      <source>it would change the batch</source>
      <translation>会改变批次</translation>
    </message>
    <message>
      <source>its checksum is not the known one</source>
      <translation>校验和与已知的不符</translation>
    </message>
    <message>
      <source>its first bytes are not the known ones</source>
      <translation>开头的字节与已知的不符</translation>
    </message>
    <message>
      <source>its shape is not known</source>
      <translation>形状未知</translation>
    </message>
    <message>
      <source>last dimensions</source>
      <translation>最后几个维度</translation>
    </message>
    <message>
      <source>length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>line {0}</source>
      <translation>第 {0} 行</translation>
    </message>
    <message>
      <source>log probabilities</source>
      <translation>对数概率</translation>
    </message>
    <message>
      <source>log-probabilities (steps × batch × classes)</source>
      <translation>对数概率 (步 × 批次 × 类别)</translation>
    </message>
    <message>
      <source>loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>more than one value in each channel</source>
      <translation>每个通道多于一个值</translation>
    </message>
    <message>
      <source>more than one value in each group</source>
      <translation>每组多于一个值</translation>
    </message>
    <message>
      <source>needed {0}, came {1}</source>
      <translation>需要 {0}，得到 {1}</translation>
    </message>
    <message>
      <source>needs "1" to "9" with [x, y, zoom]</source>
      <translation>需要 "1" 到 "9"，各带 [x, y, zoom]</translation>
    </message>
    <message>
      <source>needs [[node, output], [node, input]], got {0}</source>
      <translation>需要 [[节点, 输出], [节点, 输入]]，得到 {0}</translation>
    </message>
    <message>
      <source>needs [node, output], as ["conv1", "output"]</source>
      <translation>需要 [节点, 输出]，如 ["conv1", "output"]</translation>
    </message>
    <message>
      <source>needs [node, output], got {0}</source>
      <translation>需要 [节点, 输出]，得到 {0}</translation>
    </message>
    <message>
      <source>needs [x, y, width, height], got {0}</source>
      <translation>需要 [x, y, 宽, 高]，得到 {0}</translation>
    </message>
    <message>
      <source>needs [x, y], got {0}</source>
      <translation>需要 [x, y]，得到 {0}</translation>
    </message>
    <message>
      <source>needs a list in brackets, got {0}</source>
      <translation>需要方括号中的列表，得到 {0}</translation>
    </message>
    <message>
      <source>needs a list of dots, got {0}</source>
      <translation>需要一列拐点，得到 {0}</translation>
    </message>
    <message>
      <source>needs a list of nodes</source>
      <translation>需要一列节点</translation>
    </message>
    <message>
      <source>needs a list of nodes, got {0}</source>
      <translation>需要一列节点，得到 {0}</translation>
    </message>
    <message>
      <source>needs a text of at most {0} letters</source>
      <translation>需要至多 {0} 个字符的文字</translation>
    </message>
    <message>
      <source>needs a zoom of 0.05 to 4, got {0}</source>
      <translation>需要 0.05 到 4 的缩放，得到 {0}</translation>
    </message>
    <message>
      <source>needs an "id", one line of text, got {0}</source>
      <translation>需要 "id"，一行文字，得到 {0}</translation>
    </message>
    <message>
      <source>needs an object in braces, got {0}</source>
      <translation>需要花括号中的对象，得到 {0}</translation>
    </message>
    <message>
      <source>needs an object with an "id", got {0}</source>
      <translation>需要带 "id" 的对象，得到 {0}</translation>
    </message>
    <message>
      <source>needs one line of text</source>
      <translation>需要一行文字</translation>
    </message>
    <message>
      <source>needs the id of a node</source>
      <translation>需要节点的 id</translation>
    </message>
    <message>
      <source>needs the layer's name, as "Linear"</source>
      <translation>需要层的名称，如 "Linear"</translation>
    </message>
    <message>
      <source>needs the name of a group of layers</source>
      <translation>需要层分组的名称</translation>
    </message>
    <message>
      <source>needs the version's number, got {0}</source>
      <translation>需要版本号，得到 {0}</translation>
    </message>
    <message>
      <source>needs true or false</source>
      <translation>需要 true 或 false</translation>
    </message>
    <message>
      <source>needs {0}, got {1}</source>
      <translation>需要{0}，得到 {1}</translation>
    </message>
    <message>
      <source>no input is free</source>
      <translation>没有空闲的输入</translation>
    </message>
    <message>
      <source>no inputs</source>
      <translation>没有输入</translation>
    </message>
    <message>
      <source>no outputs</source>
      <translation>没有输出</translation>
    </message>
    <message>
      <source>no setting of that name</source>
      <translation>没有该名称的设置</translation>
    </message>
    <message>
      <source>node {0}, {1}</source>
      <translation>节点 {0}，{1}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>normalised input</source>
      <translation>归一化的输入</translation>
    </message>
    <message>
      <source>not a number</source>
      <translation>NaN</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>空</translation>
    </message>
    <message>
      <source>nothing would be left of it</source>
      <translation>什么都不会剩下</translation>
    </message>
    <message>
      <source>nothing would come out of {0}, which feeds {1}</source>
      <translation>供给 {1} 的 {0} 将没有输出</translation>
    </message>
    <message>
      <source>numbers</source>
      <translation>数的类型</translation>
    </message>
    <message>
      <source>numbers of dimensions</source>
      <translation>维度数</translation>
    </message>
    <message>
      <source>numbers, not truth values</source>
      <translation>数，而不是真值</translation>
    </message>
    <message>
      <source>one</source>
      <translation>一个</translation>
    </message>
    <message>
      <source>one -1 at most</source>
      <translation>至多一个 -1</translation>
    </message>
    <message>
      <source>one line of text</source>
      <translation>一行文字</translation>
    </message>
    <message>
      <source>one of its settings {0}</source>
      <translation>其设置 {0} 之一</translation>
    </message>
    <message>
      <source>one of {0}</source>
      <translation>{0} 之一</translation>
    </message>
    <message>
      <source>one {0}</source>
      <translation>一个 {0}</translation>
    </message>
    <message>
      <source>one-hot targets</source>
      <translation>独热目标</translation>
    </message>
    <message>
      <source>only a node or a chain with free ends goes into a wire</source>
      <translation>只有两端空闲的节点或链能放进连线</translation>
    </message>
    <message>
      <source>optimizer</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>out_channels that {0} groups divide</source>
      <translation>能被 {0} 组整除的 out_channels</translation>
    </message>
    <message>
      <source>pictures (batch × channels × height × width)</source>
      <translation>图像 (批次 × 通道 × 高 × 宽)</translation>
    </message>
    <message>
      <source>probabilities</source>
      <translation>概率</translation>
    </message>
    <message>
      <source>raw scores</source>
      <translation>原始得分（logits）</translation>
    </message>
    <message>
      <source>rising cutoffs between 1 and {0}</source>
      <translation>1 与 {0} 之间递增的 cutoffs</translation>
    </message>
    <message>
      <source>schedule</source>
      <translation>学习率调度</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <source>sequences (batch × channels × length)</source>
      <translation>序列 (批次 × 通道 × 长度)</translation>
    </message>
    <message>
      <source>sequences ({0} × features)</source>
      <translation>序列 ({0} × 特征)</translation>
    </message>
    <message>
      <source>shapes</source>
      <translation>形状</translation>
    </message>
    <message>
      <source>sizes</source>
      <translation>尺寸</translation>
    </message>
    <message>
      <source>something left of dim {0} between start and stop</source>
      <translation>维度 {0} 在 start 与 stop 之间须有剩余</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>steps × batch</source>
      <translation>步 × 批次</translation>
    </message>
    <message>
      <source>target</source>
      <translation>目标</translation>
    </message>
    <message>
      <source>targets from 0 to 1</source>
      <translation>0 到 1 的目标</translation>
    </message>
    <message>
      <source>the batch in the first dimension, and only there</source>
      <translation>批次在且仅在第一个维度</translation>
    </message>
    <message>
      <source>the batch of query ({0})</source>
      <translation>query 的批次 ({0})</translation>
    </message>
    <message>
      <source>the dimensions of input1 before the last ({0})</source>
      <translation>input1 除最后一维外的各维度 ({0})</translation>
    </message>
    <message>
      <source>the input itself</source>
      <translation>输入本身</translation>
    </message>
    <message>
      <source>the loss is {0} at step {1}</source>
      <translation>第 {1} 步的损失为 {0}</translation>
    </message>
    <message>
      <source>the shapes of {0} can't be told without running it</source>
      <translation>不运行就无法得知 {0} 的形状</translation>
    </message>
    <message>
      <source>the wire comes from {0}, and there is no such node</source>
      <translation>连线来自 {0}，而没有这个节点</translation>
    </message>
    <message>
      <source>the wires make a loop: {0}</source>
      <translation>连线成环：{0}</translation>
    </message>
    <message>
      <source>there is no dot {0} of {1}</source>
      <translation>没有 {1} 的拐点 {0}</translation>
    </message>
    <message>
      <source>there is no node {0}</source>
      <translation>没有节点 {0}</translation>
    </message>
    <message>
      <source>there is no wire from {0} to {1}</source>
      <translation>没有从 {0} 到 {1} 的连线</translation>
    </message>
    <message>
      <source>they are joined already</source>
      <translation>它们已经相连</translation>
    </message>
    <message>
      <source>they don't take {0}</source>
      <translation>它们不接受 {0}</translation>
    </message>
    <message>
      <source>this would make a loop through {0}</source>
      <translation>这会经过 {0} 成环</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>two have the id {0}</source>
      <translation>有两个的 id 是 {0}</translation>
    </message>
    <message>
      <source>two nodes have this id</source>
      <translation>有两个节点使用此 id</translation>
    </message>
    <message>
      <source>two samples or more in every batch</source>
      <translation>每批次至少两个样本</translation>
    </message>
    <message>
      <source>two wires or more</source>
      <translation>两条或更多连线</translation>
    </message>
    <message>
      <source>values</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>values as the target</source>
      <translation>以数值为目标</translation>
    </message>
    <message>
      <source>volumes (batch × channels × depth × height × width)</source>
      <translation>体数据 (批次 × 通道 × 深 × 高 × 宽)</translation>
    </message>
    <message>
      <source>whole numbers (int64)</source>
      <translation>整数 (int64)</translation>
    </message>
    <message>
      <source>whole numbers ({0})</source>
      <translation>整数 ({0})</translation>
    </message>
    <message>
      <source>width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <source>{0:,} bytes of {1:,}</source>
      <translation>{1:,} 字节中的 {0:,} 字节</translation>
    </message>
    <message>
      <source>{0:.0f} million letters</source>
      <translation>{0:.0f} 百万个字符</translation>
    </message>
    <message>
      <source>{0} after {1}</source>
      <translation>在 {1} 之后{0}</translation>
    </message>
    <message>
      <source>{0} and {1}</source>
      <translation>{0} 和 {1}</translation>
    </message>
    <message>
      <source>{0} and {1} have nothing between them, so together they are one {2}</source>
      <translation>{0} 与 {1} 之间什么都没有，合起来只相当于一个 {2}</translation>
    </message>
    <message>
      <source>{0} behind {1}</source>
      <translation>{0}，接在 {1} 之后</translation>
    </message>
    <message>
      <source>{0} between {1} and {2}</source>
      <translation>{0}，位于 {1} 与 {2} 之间</translation>
    </message>
    <message>
      <source>{0} can be compared with a number, not with {1}</source>
      <translation>{0} 可与数比较，不能与 {1} 比较</translation>
    </message>
    <message>
      <source>{0} can't be written: {1}</source>
      <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
      <source>{0} can't be written: {1}. Free some space, or name another data root.</source>
      <translation>无法写入 {0}：{1}。请腾出空间，或指定另一个数据目录。</translation>
    </message>
    <message>
      <source>{0} channels, one for each slope</source>
      <translation>{0} 个通道，每个斜率一个</translation>
    </message>
    <message>
      <source>{0} compares classes, and the target is {1}</source>
      <translation>{0} 比较类别，而目标是{1}</translation>
    </message>
    <message>
      <source>{0} compares numbers, and the targets are class numbers</source>
      <translation>{0} 比较数值，而目标是类别编号</translation>
    </message>
    <message>
      <source>{0} could not be downloaded. {1}. Nothing was kept: try again, or unpack it into {2} yourself.</source>
      <translation>无法下载 {0}。{1}。什么都没有保留：请重试，或自行将其解压到 {2}。</translation>
    </message>
    <message>
      <source>{0} dilated to {1}</source>
      <translation>{0}，扩张到 {1}</translation>
    </message>
    <message>
      <source>{0} dimension</source>
      <translation>{0} 个维度</translation>
    </message>
    <message>
      <source>{0} dimensions</source>
      <translation>{0} 个维度</translation>
    </message>
    <message>
      <source>{0} dimensions to put in the order {1}</source>
      <translation>{0} 个维度，以排成顺序 {1}</translation>
    </message>
    <message>
      <source>{0} expects {1}, got {2}</source>
      <translation>{0} 需要{1}，得到 {2}</translation>
    </message>
    <message>
      <source>{0} failed: {1}</source>
      <translation>{0} 失败：{1}</translation>
    </message>
    <message>
      <source>{0} features ({1})</source>
      <translation>{0} 个特征 ({1})</translation>
    </message>
    <message>
      <source>{0} from {1:g}</source>
      <translation>{0}，不小于 {1:g}</translation>
    </message>
    <message>
      <source>{0} from {1:g} to {2:g}</source>
      <translation>{0}，从 {1:g} 到 {2:g}</translation>
    </message>
    <message>
      <source>{0} has 1 value a sample</source>
      <translation>{0} 每个样本有 1 个值</translation>
    </message>
    <message>
      <source>{0} has classes, not values</source>
      <translation>{0} 有类别，没有数值</translation>
    </message>
    <message>
      <source>{0} has decimal numbers, and {1} takes whole ones</source>
      <translation>{0} 是小数，而 {1} 接受整数</translation>
    </message>
    <message>
      <source>{0} has no classes, its targets are values</source>
      <translation>{0} 没有类别，其目标是数值</translation>
    </message>
    <message>
      <source>{0} has no input</source>
      <translation>{0} 没有输入</translation>
    </message>
    <message>
      <source>{0} has no input to pass on</source>
      <translation>{0} 没有可传递的输入</translation>
    </message>
    <message>
      <source>{0} has no input {1}</source>
      <translation>{0} 没有输入 {1}</translation>
    </message>
    <message>
      <source>{0} has no output</source>
      <translation>{0} 没有输出</translation>
    </message>
    <message>
      <source>{0} has no output to pass its input to</source>
      <translation>{0} 没有可接收其输入的输出</translation>
    </message>
    <message>
      <source>{0} has no output {1}</source>
      <translation>{0} 没有输出 {1}</translation>
    </message>
    <message>
      <source>{0} has no setting left for {1}</source>
      <translation>{0} 没有剩余的设置可用 {1}</translation>
    </message>
    <message>
      <source>{0} has no setting {1}: {2}</source>
      <translation>{0} 没有设置 {1}：{2}</translation>
    </message>
    <message>
      <source>{0} has no such setting</source>
      <translation>{0} 没有这个设置</translation>
    </message>
    <message>
      <source>{0} has samples of {1}, and {2} takes {3}</source>
      <translation>{0} 的样本为 {1}，而 {2} 接受 {3}</translation>
    </message>
    <message>
      <source>{0} has weights of its own now, not those of {1}</source>
      <translation>{0} 现在有自己的权重，不再用 {1} 的</translation>
    </message>
    <message>
      <source>{0} has {1}</source>
      <translation>{0} 有 {1}</translation>
    </message>
    <message>
      <source>{0} has {1} classes</source>
      <translation>{0} 有 {1} 个类别</translation>
    </message>
    <message>
      <source>{0} has {1}, not {2}</source>
      <translation>{0} 有 {1}，没有 {2}</translation>
    </message>
    <message>
      <source>{0} in front of {1}</source>
      <translation>{0}，接在 {1} 之前</translation>
    </message>
    <message>
      <source>{0} is a {1} already</source>
      <translation>{0} 已经是 {1}</translation>
    </message>
    <message>
      <source>{0} is damaged, so the run can't go on. Start a new one.</source>
      <translation>{0} 已损坏，运行无法继续。请开始新的运行。</translation>
    </message>
    <message>
      <source>{0} is damaged: it has a class {1}, and {2} has {3} classes. Delete the file, so that it is downloaded again.</source>
      <translation>{0} 已损坏：其中有类别 {1}，而 {2} 有 {3} 个类别。请删除该文件以便重新下载。</translation>
    </message>
    <message>
      <source>{0} is laid out over the run's {1} epochs, so it can't go on for another number. Start a new run.</source>
      <translation>{0} 按运行的 {1} 轮安排，不能改为其他轮数继续。请开始新的运行。</translation>
    </message>
    <message>
      <source>{0} is not a number that a setting can have</source>
      <translation>{0} 不是设置可用的数</translation>
    </message>
    <message>
      <source>{0} is not a run that can go on: it has no {1}.</source>
      <translation>{0} 不是可继续的运行：缺少 {1}。</translation>
    </message>
    <message>
      <source>{0} is not whole under {1}: {2} {3}. Put the file there, or leave the data root out to have it downloaded.</source>
      <translation>{1} 下的 {0} 不完整：{2} {3}。请把文件放在那里，或不指定数据目录以便下载。</translation>
    </message>
    <message>
      <source>{0} needs [x, y], got {1}</source>
      <translation>{0} 需要 [x, y]，得到 {1}</translation>
    </message>
    <message>
      <source>{0} needs {1}, got {2}</source>
      <translation>{0} 需要{1}，得到 {2}</translation>
    </message>
    <message>
      <source>{0} numbers for each sample</source>
      <translation>每个样本 {0} 个数</translation>
    </message>
    <message>
      <source>{0} of at least {1}</source>
      <translation>{0}至少为 {1}</translation>
    </message>
    <message>
      <source>{0} or {1}</source>
      <translation>{0} 或 {1}</translation>
    </message>
    <message>
      <source>{0} outputs</source>
      <translation>{0} 个输出</translation>
    </message>
    <message>
      <source>{0} outputs were named, but it answers {1}</source>
      <translation>声明了 {0} 个输出，但它给出 {1} 个</translation>
    </message>
    <message>
      <source>{0} padding of {1}</source>
      <translation>{0} 填充 {1}</translation>
    </message>
    <message>
      <source>{0} rows, as many as the columns of input ({1})</source>
      <translation>{0} 行，与 input ({1}) 的列数相同</translation>
    </message>
    <message>
      <source>{0} samples in batches of {1} leave a batch of one, and {2} compares samples</source>
      <translation>{0} 个样本以 {1} 为批大小会剩下只有一个样本的批次，而 {2} 要在样本之间比较</translation>
    </message>
    <message>
      <source>{0} takes one wire at {1}, not {2}</source>
      <translation>{0} 在 {1} 处只接受一条连线，不是 {2} 条</translation>
    </message>
    <message>
      <source>{0} takes one wire here</source>
      <translation>{0} 在此只接受一条连线</translation>
    </message>
    <message>
      <source>{0} takes {1:,.0f} MiB of memory, and the limit is {2:,.0f} MiB.</source>
      <translation>{0} 占用 {1:,.0f} MiB 内存，而上限是 {2:,.0f} MiB。</translation>
    </message>
    <message>
      <source>{0} that doesn't depend on the batch</source>
      <translation>不依赖批次的{0}</translation>
    </message>
    <message>
      <source>{0} turns {1} into {2}</source>
      <translation>{0} 把 {1} 变成 {2}</translation>
    </message>
    <message>
      <source>{0} twice</source>
      <translation>{0}（两个输入）</translation>
    </message>
    <message>
      <source>{0} up to {1:g}</source>
      <translation>{0}，不大于 {1:g}</translation>
    </message>
    <message>
      <source>{0} with {1}</source>
      <translation>{0}（{1}）</translation>
    </message>
    <message>
      <source>{0} {1}</source>
      <translation>{0} {1}</translation>
    </message>
    <message>
      <source>{0} {1}  {2}</source>
      <translation>{0} {1}  {2}</translation>
    </message>
    <message>
      <source>{0} {1} times</source>
      <translation>{0}（{1} 个输入）</translation>
    </message>
    <message>
      <source>{0} {1}, even as downloaded.</source>
      <translation>{0} {1}，下载后仍然如此。</translation>
    </message>
    <message>
      <source>{0}, and {1} gives {2}</source>
      <translation>{0}，而 {1} 给出 {2}</translation>
    </message>
    <message>
      <source>{0}, got {1}</source>
      <translation>{0}，得到 {1}</translation>
    </message>
    <message>
      <source>{0}, got {1}: {2}</source>
      <translation>{0}，得到 {1}: {2}</translation>
    </message>
    <message>
      <source>{0}, it is missing</source>
      <translation>{0}，它缺失了</translation>
    </message>
    <message>
      <source>{0}, not connected: {1}</source>
      <translation>{0}，未连接：{1}</translation>
    </message>
    <message>
      <source>{0}, {1}</source>
      <translation>{0}，{1}</translation>
    </message>
    <message>
      <source>{0}. Choose a learning rate below {1}.</source>
      <translation>{0}。请选择低于 {1} 的学习率。</translation>
    </message>
    <message>
      <source>{0}: the output of {1} is no longer finite</source>
      <translation>{0}：{1} 的输出不再是有限值</translation>
    </message>
    <message>
      <source>{0}: {1}</source>
      <translation>{0}：{1}</translation>
    </message>
    <message>
      <source>{0}: {1} needs {2}, and {3} came</source>
      <translation>{0}：{1} 需要 {2}，而来的是 {3}</translation>
    </message>
  </context>
  <context>
    <name>SharedForm</name>
    <message>
      <source>They have no setting in common.</source>
      <translation>它们没有共同的设置。</translation>
    </message>
    <message>
      <source>What they share; a change is made in all of them.</source>
      <translation>它们共有的设置；更改对全部生效。</translation>
    </message>
    <message>
      <source>{0} nodes</source>
      <translation>{0} 个节点</translation>
    </message>
    <message>
      <source>{0} weights</source>
      <translation>{0} 个参数</translation>
    </message>
  </context>
  <context>
    <name>ShortcutOverlay</name>
    <message>
      <source>Edit › Keys chooses other keys and strokes</source>
      <translation>编辑 › 按键 可更改按键和鼠标操作</translation>
    </message>
    <message>
      <source>Esc closes this</source>
      <translation>Esc 关闭</translation>
    </message>
    <message>
      <source>Keys and gestures</source>
      <translation>按键与手势</translation>
    </message>
    <message>
      <source>Keys at a glance</source>
      <translation>快捷键一览</translation>
    </message>
    <message>
      <source>and what to do where the desktop takes Alt with the mouse</source>
      <translation>桌面占用 Alt 加鼠标时的办法也在那里</translation>
    </message>
  </context>
  <context>
    <name>Spoken</name>
    <message>
      <source>Nothing selected</source>
      <translation>未选择任何内容</translation>
    </message>
    <message>
      <source>blocked: {0}</source>
      <translation>受阻：{0}</translation>
    </message>
    <message>
      <source>error: {0}</source>
      <translation>错误：{0}</translation>
    </message>
    <message>
      <source>hint: {0}</source>
      <translation>提示：{0}</translation>
    </message>
    <message>
      <source>{0} selected</source>
      <translation>已选择 {0}</translation>
    </message>
  </context>
  <context>
    <name>StartPage</name>
    <message>
      <source>Autoencoder</source>
      <translation>自编码器</translation>
    </message>
    <message>
      <source>Digits CNN</source>
      <translation>手写数字 CNN</translation>
    </message>
    <message>
      <source>Draw a network, train it while you watch, take away PyTorch.</source>
      <translation>画一个网络，看着它训练，带走 PyTorch 代码。</translation>
    </message>
    <message>
      <source>EXAMPLES</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Inception</source>
      <translation>Inception</translation>
    </message>
    <message>
      <source>LSTM on rows</source>
      <translation>逐行读取的 LSTM</translation>
    </message>
    <message>
      <source>LeNet</source>
      <translation>LeNet</translation>
    </message>
    <message>
      <source>MNIST CNN</source>
      <translation>MNIST CNN</translation>
    </message>
    <message>
      <source>MNIST MLP</source>
      <translation>MNIST MLP</translation>
    </message>
    <message>
      <source>New drawing</source>
      <translation>新建网络图</translation>
    </message>
    <message>
      <source>Open {0}</source>
      <translation>打开 {0}</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>RECENT</source>
      <translation>最近</translation>
    </message>
    <message>
      <source>ResNet</source>
      <translation>ResNet</translation>
    </message>
    <message>
      <source>Simple CNN</source>
      <translation>简单 CNN</translation>
    </message>
    <message>
      <source>Simple CNN in colour</source>
      <translation>彩色图像的简单 CNN</translation>
    </message>
    <message>
      <source>Simple net</source>
      <translation>简单网络</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Two linear layers</source>
      <translation>两个线性层</translation>
    </message>
    <message>
      <source>Two moons</source>
      <translation>双月分类</translation>
    </message>
  </context>
  <context>
    <name>Starts</name>
    <message>
      <source>How the {0} starts</source>
      <translation>{0} 如何初始化</translation>
    </message>
    <message>
      <source>How weights start</source>
      <translation>权重如何初始化</translation>
    </message>
    <message>
      <source>Started every {0} by one rule</source>
      <translation>所有 {0} 按同一规则初始化</translation>
    </message>
    <message>
      <source>Started the {0} of every {1} by {2}</source>
      <translation>所有 {1} 的 {0} 用 {2} 初始化</translation>
    </message>
    <message>
      <source>Started the {0} of {1} by {2}</source>
      <translation>{1} 的 {0} 用 {2} 初始化</translation>
    </message>
    <message>
      <source>Started {0} as torch does</source>
      <translation>{0} 按 torch 的方式初始化</translation>
    </message>
    <message>
      <source>Started {0} in its own way</source>
      <translation>{0} 按自己的方式初始化</translation>
    </message>
    <message>
      <source>WEIGHTS START AS</source>
      <translation>权重初始化</translation>
    </message>
    <message>
      <source>Weights start as</source>
      <translation>权重初始化</translation>
    </message>
    <message>
      <source>as torch has it</source>
      <translation>按 torch 默认</translation>
    </message>
    <message>
      <source>rule for every {0}</source>
      <translation>所有 {0} 的规则</translation>
    </message>
    <message>
      <source>this node's own</source>
      <translation>此节点自己的</translation>
    </message>
    <message>
      <source>torch's own</source>
      <translation>torch 默认</translation>
    </message>
    <message>
      <source>torch's own way</source>
      <translation>torch 的方式</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>1 hint</source>
      <translation>1 条提示</translation>
    </message>
    <message>
      <source>1 node</source>
      <translation>1 个节点</translation>
    </message>
    <message>
      <source>1 problem</source>
      <translation>1 个问题</translation>
    </message>
    <message>
      <source>No problems</source>
      <translation>没有问题</translation>
    </message>
    <message>
      <source>Problems</source>
      <translation>问题</translation>
    </message>
    <message>
      <source>Size of the network</source>
      <translation>网络的规模</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>What was done last</source>
      <translation>上一步操作</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>weights not known yet</source>
      <translation>参数量未知</translation>
    </message>
    <message>
      <source>{0} hints</source>
      <translation>{0} 条提示</translation>
    </message>
    <message>
      <source>{0} multiply-adds a sample</source>
      <translation>每个样本 {0} 次乘加</translation>
    </message>
    <message>
      <source>{0} nodes</source>
      <translation>{0} 个节点</translation>
    </message>
    <message>
      <source>{0} problems</source>
      <translation>{0} 个问题</translation>
    </message>
    <message>
      <source>{0} to undo</source>
      <translation>{0} 撤销</translation>
    </message>
    <message>
      <source>{0} weights</source>
      <translation>{0} 个参数</translation>
    </message>
    <message>
      <source>{0} weights so far</source>
      <translation>目前 {0} 个参数</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>, current</source>
      <translation>，当前</translation>
    </message>
    <message>
      <source>, undone</source>
      <translation>，已撤销</translation>
    </message>
    <message>
      <source>A name has {0} letters at most.</source>
      <translation>名称最多 {0} 个字符。</translation>
    </message>
    <message>
      <source>A name is one word of letters, digits and _, not beginning with a digit, and none of Python's own.</source>
      <translation>名称是由字母、数字和 _ 组成的一个词，不以数字开头，也不能是 Python 的保留字。</translation>
    </message>
    <message>
      <source>Another node is called {0} already.</source>
      <translation>已有另一个节点叫 {0}。</translation>
    </message>
    <message>
      <source>Bypassed {0}</source>
      <translation>旁路了 {0}</translation>
    </message>
    <message>
      <source>Connected {0} to {1}</source>
      <translation>把 {0} 连接到 {1}</translation>
    </message>
    <message>
      <source>Deleted {0}</source>
      <translation>删除了 {0}</translation>
    </message>
    <message>
      <source>Disabled the wire from {0} to {1}</source>
      <translation>禁用了从 {0} 到 {1} 的连线</translation>
    </message>
    <message>
      <source>Disabled {0}</source>
      <translation>禁用了 {0}</translation>
    </message>
    <message>
      <source>Disabled {0} wires</source>
      <translation>禁用了 {0} 条连线</translation>
    </message>
    <message>
      <source>Disconnected {0} from {1}</source>
      <translation>把 {0} 与 {1} 断开</translation>
    </message>
    <message>
      <source>Moved {0} wires from {1} to {2}</source>
      <translation>把 {0} 条连线从 {1} 移到 {2}</translation>
    </message>
    <message>
      <source>Renamed {0} to {1}</source>
      <translation>把 {0} 重命名为 {1}</translation>
    </message>
    <message>
      <source>Set {0} of {1} nodes to {2}</source>
      <translation>把 {1} 个节点的 {0} 设为 {2}</translation>
    </message>
    <message>
      <source>Set {0} {1} to {2}</source>
      <translation>把 {0} 的 {1} 设为 {2}</translation>
    </message>
    <message>
      <source>Switched the wire from {0} to {1} on</source>
      <translation>启用了从 {0} 到 {1} 的连线</translation>
    </message>
    <message>
      <source>Switched {0} on</source>
      <translation>启用了 {0}</translation>
    </message>
    <message>
      <source>Switched {0} wires on</source>
      <translation>启用了 {0} 条连线</translation>
    </message>
    <message>
      <source>{0} in place of {1}</source>
      <translation>{0}，取代 {1}</translation>
    </message>
    <message>
      <source>{0}, step {1} of {2}</source>
      <translation>{0}，第 {1} 步，共 {2} 步</translation>
    </message>
  </context>
  <context>
    <name>Strip</name>
    <message>
      <source>Colours from nothing to the most</source>
      <translation>从无到最多的颜色</translation>
    </message>
  </context>
  <context>
    <name>Strokes</name>
    <message>
      <source>Mouse</source>
      <translation>鼠标</translation>
    </message>
    <message>
      <source>click</source>
      <translation>点击</translation>
    </message>
    <message>
      <source>drag</source>
      <translation>拖动</translation>
    </message>
    <message>
      <source>drag with button 4</source>
      <translation>侧键 4 拖动</translation>
    </message>
    <message>
      <source>drag with button 5</source>
      <translation>侧键 5 拖动</translation>
    </message>
    <message>
      <source>middle click</source>
      <translation>中键点击</translation>
    </message>
    <message>
      <source>middle drag</source>
      <translation>中键拖动</translation>
    </message>
    <message>
      <source>mouse button 4</source>
      <translation>鼠标侧键 4</translation>
    </message>
    <message>
      <source>mouse button 5</source>
      <translation>鼠标侧键 5</translation>
    </message>
    <message>
      <source>right click</source>
      <translation>右键点击</translation>
    </message>
    <message>
      <source>right drag</source>
      <translation>右键拖动</translation>
    </message>
    <message>
      <source>wheel</source>
      <translation>滚轮</translation>
    </message>
  </context>
  <context>
    <name>Structure</name>
    <message>
      <source>Deleted {0} and reconnected</source>
      <translation>删除了 {0} 并重连</translation>
    </message>
    <message>
      <source>Joined {0}</source>
      <translation>连接了 {0}</translation>
    </message>
    <message>
      <source>Joined {0} in place of other wires</source>
      <translation>连接了 {0}，取代其他连线</translation>
    </message>
    <message>
      <source>Not joined: select two nodes or more</source>
      <translation>未连接：请选择两个或更多节点</translation>
    </message>
    <message>
      <source>Not joined: {0}</source>
      <translation>未连接：{0}</translation>
    </message>
    <message>
      <source>Took away {0} wires</source>
      <translation>去掉了 {0} 条连线</translation>
    </message>
  </context>
  <context>
    <name>Tabs</name>
    <message>
      <source>Open drawings</source>
      <translation>打开的网络图</translation>
    </message>
    <message>
      <source>not saved</source>
      <translation>未保存</translation>
    </message>
    <message>
      <source>training</source>
      <translation>正在训练</translation>
    </message>
  </context>
  <context>
    <name>TensorView</name>
    <message>
      <source>Black is {0}, white is {1}, in all samples</source>
      <translation>所有样本中，黑色为 {0}，白色为 {1}</translation>
    </message>
    <message>
      <source>Class {0}</source>
      <translation>类别 {0}</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>正在查看…</translation>
    </message>
    <message>
      <source>Next sample</source>
      <translation>下一个样本</translation>
    </message>
    <message>
      <source>Sample before</source>
      <translation>上一个样本</translation>
    </message>
    <message>
      <source>Sample {0} of {1}</source>
      <translation>样本 {0} / {1}</translation>
    </message>
    <message>
      <source>Tensor</source>
      <translation>张量</translation>
    </message>
    <message>
      <source>The sample</source>
      <translation>样本</translation>
    </message>
    <message>
      <source>The sample as it is</source>
      <translation>样本本身</translation>
    </message>
    <message>
      <source>Value {0}</source>
      <translation>数值 {0}</translation>
    </message>
    <message>
      <source>What black and white mean</source>
      <translation>黑色和白色的含义</translation>
    </message>
    <message>
      <source>What it is</source>
      <translation>样本的标签</translation>
    </message>
    <message>
      <source>What its values are like</source>
      <translation>数值的统计</translation>
    </message>
    <message>
      <source>When it was seen</source>
      <translation>查看的时刻</translation>
    </message>
    <message>
      <source>Which sample it is</source>
      <translation>第几个样本</translation>
    </message>
    <message>
      <source>Whose tensor it is</source>
      <translation>张量来自哪个节点</translation>
    </message>
    <message>
      <source>Why there is nothing to see</source>
      <translation>为什么没有内容</translation>
    </message>
  </context>
  <context>
    <name>Tidying</name>
    <message>
      <source>Not tidied: the drawing has changed meanwhile. Tidy it again</source>
      <translation>未整理：图在此期间已更改。请再次整理</translation>
    </message>
    <message>
      <source>Nothing had to move</source>
      <translation>没有需要移动的</translation>
    </message>
    <message>
      <source>Straightened {0}</source>
      <translation>拉直了{0}</translation>
    </message>
    <message>
      <source>Tidied {0}</source>
      <translation>整理了{0}</translation>
    </message>
    <message>
      <source>Tidying was cancelled</source>
      <translation>已取消整理</translation>
    </message>
    <message>
      <source>the drawing</source>
      <translation>整张图</translation>
    </message>
    <message>
      <source>{0}, {1} pinned stayed</source>
      <translation>{0}，{1} 个固定的没有动</translation>
    </message>
  </context>
  <context>
    <name>Timing</name>
    <message>
      <source>Measured when the run has ended</source>
      <translation>运行结束后测量</translation>
    </message>
    <message>
      <source>Measuring…</source>
      <translation>正在测量…</translation>
    </message>
    <message>
      <source>The network has changed since the run: train again to measure it</source>
      <translation>运行之后网络已更改：请再次训练以测量</translation>
    </message>
    <message>
      <source>Train the network first: it is measured when the run has ended</source>
      <translation>请先训练网络：运行结束后即会测量</translation>
    </message>
  </context>
  <context>
    <name>Tips</name>
    <message>
      <source>Click to turn over</source>
      <translation>点击切换</translation>
    </message>
    <message>
      <source>Click to type</source>
      <translation>点击输入</translation>
    </message>
    <message>
      <source>Click to type, drag sideways to change (Shift: finer, Ctrl: coarser)</source>
      <translation>点击输入，左右拖动更改（Shift：更细，Ctrl：更粗）</translation>
    </message>
    <message>
      <source>Feeds {0}</source>
      <translation>供给 {0}</translation>
    </message>
    <message>
      <source>From {0}: {1}</source>
      <translation>来自 {0}：{1}</translation>
    </message>
    <message>
      <source>Nothing feeds it yet</source>
      <translation>还没有来源</translation>
    </message>
    <message>
      <source>Unused</source>
      <translation>未使用</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>还有 {0} 个</translation>
    </message>
    <message>
      <source>disabled: it carries nothing</source>
      <translation>已禁用：不传送任何数据</translation>
    </message>
    <message>
      <source>shape not known yet</source>
      <translation>形状尚未知道</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} 及另外 {1} 个</translation>
    </message>
    <message>
      <source>{0} weights · {1} multiply-adds a sample</source>
      <translation>{0} 个参数 · 每个样本 {1} 次乘加</translation>
    </message>
    <message>
      <source>{0} · {1} · {2} for a batch of {3}</source>
      <translation>{0} · {1} · 批大小 {3} 时 {2}</translation>
    </message>
  </context>
  <context>
    <name>Toolbar</name>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>Automatic device</source>
      <translation>自动选择设备</translation>
    </message>
    <message>
      <source>CPU · {0} cores</source>
      <translation>CPU · {0} 核</translation>
    </message>
    <message>
      <source>Computed on {0}</source>
      <translation>在 {0} 上计算</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <source>Fit</source>
      <translation>适应窗口</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Tidy</source>
      <translation>整理</translation>
    </message>
    <message>
      <source>Toolbar</source>
      <translation>工具栏</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Where it is computed</source>
      <translation>在哪里计算</translation>
    </message>
  </context>
  <context>
    <name>Tree</name>
    <message>
      <source>port</source>
      <translation>端口</translation>
    </message>
    <message>
      <source>shape not known yet</source>
      <translation>形状尚未知道</translation>
    </message>
    <message>
      <source>wire</source>
      <translation>连线</translation>
    </message>
  </context>
  <context>
    <name>Values</name>
    <message>
      <source>How often each value occurs</source>
      <translation>各数值出现的次数</translation>
    </message>
    <message>
      <source>Value of each feature</source>
      <translation>每个特征的值</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>off</source>
      <translation>关</translation>
    </message>
    <message>
      <source>on</source>
      <translation>开</translation>
    </message>
  </context>
  <context>
    <name>Views</name>
    <message>
      <source>Curves</source>
      <translation>曲线</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>Share of the time the views take</source>
      <translation>视图占用时间的比例</translation>
    </message>
    <message>
      <source>Training views</source>
      <translation>训练视图</translation>
    </message>
    <message>
      <source>views {0:.1f} % of the time</source>
      <translation>视图占用 {0:.1f} % 的时间</translation>
    </message>
  </context>
  <context>
    <name>WireView</name>
    <message>
      <source>Shapes on wires: always</source>
      <translation>连线上的形状：始终显示</translation>
    </message>
    <message>
      <source>Shapes on wires: off</source>
      <translation>连线上的形状：关闭</translation>
    </message>
    <message>
      <source>Shapes on wires: under the pointer</source>
      <translation>连线上的形状：指针处</translation>
    </message>
    <message>
      <source>Wires: all</source>
      <translation>连线：全部</translation>
    </message>
    <message>
      <source>Wires: none; hold the key to see them</source>
      <translation>连线：不显示；按住该键可查看</translation>
    </message>
    <message>
      <source>Wires: only those of the selection and under the pointer</source>
      <translation>连线：仅所选和指针处的</translation>
    </message>
  </context>
  <context>
    <name>WordsEditor</name>
    <message>
      <source>Markdown; Ctrl+Enter to finish</source>
      <translation>Markdown；Ctrl+Enter 完成</translation>
    </message>
    <message>
      <source>Text of the note, in Markdown</source>
      <translation>便签文字，Markdown 格式</translation>
    </message>
    <message>
      <source>Title of the frame</source>
      <translation>框的标题</translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message>
      <source>Did again: {0}</source>
      <translation>已重做：{0}</translation>
    </message>
    <message>
      <source>Select a node first</source>
      <translation>请先选择一个节点</translation>
    </message>
    <message>
      <source>Select {0} nodes or more first</source>
      <translation>请先选择 {0} 个或更多节点</translation>
    </message>
    <message>
      <source>Undid: {0}</source>
      <translation>已撤销：{0}</translation>
    </message>
    <message>
      <source>Went to: {0}</source>
      <translation>已转到：{0}</translation>
    </message>
  </context>
  <context>
    <name>_Curves</name>
    <message>
      <source>Press Train to see the {0} here</source>
      <translation>按下训练即可在此看到{0}</translation>
    </message>
    <message>
      <source>epoch {0}</source>
      <translation>第 {0} 轮</translation>
    </message>
  </context>
  <context>
    <name>_Thread</name>
    <message>
      <source>It could not be measured: {0}</source>
      <translation>无法测量：{0}</translation>
    </message>
  </context>
</TS>
