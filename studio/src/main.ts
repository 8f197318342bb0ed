import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './contrast.css'
import './studio.css'
import { createApp } from 'vue'
import App from './App.vue'
import { router } from './router'
import { i18n } from './words'

createApp(App).use(router).use(i18n).mount('#app')
